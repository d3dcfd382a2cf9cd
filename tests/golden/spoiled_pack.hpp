// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <set>
#include <string>

#include "golden/sample_ledger.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/files/zip_archive.hpp"
#include "muster/ledger/checkpoint.hpp"
#include "muster/ledger/cms.hpp"
#include "muster/pack/sign_off.hpp"
#include "muster/pack/verify.hpp"
#include "pack/chain.hpp"
#include "pack/packing.hpp"
#include "support/armoury.hpp"

namespace muster::testing {

/// A folder that is gone when the test is.
class Folder {
public:
    Folder()
        : path_{std::filesystem::temp_directory_path() /
                ("muster-golden-" + ledger::hex(ledger::random_bytes(8)))} {
        std::filesystem::create_directory(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::string path() const { return path_.string(); }
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

inline pack::PackFiles files_of(const std::string& bytes) {
    const auto archive = files::ZipArchive::open(bytes, files::ZipCare::every_byte);
    pack::PackFiles files;
    for (const auto& member : archive.value().members())
        files[member.name] = archive.value().read(member.name).value();
    return files;
}

inline std::string bytes_of(const pack::PackFiles& files) {
    return pack::zip_of(files, at("2026-08-01T10:00:00.000Z"));
}

/// The manifest made and signed anew, as a preparer could who cheats; sign-offs are gone.
inline pack::PackFiles signed_again(pack::PackFiles files, const ledger::SigningKey& key) {
    for (auto at = files.begin(); at != files.end();)
        at = pack::is_sign_off_name(at->first) ? files.erase(at) : std::next(at);
    const std::string manifest = pack::manifest_of(files);
    files[pack::manifest_name] = manifest;
    files[pack::manifest_signature_name] =
        ledger::sign_detached(manifest, key, at("2026-08-01T10:00:00.000Z"));
    return files;
}

/// One ledger, its keys and its signed packs, made once for all tests.
struct Golden {
    SampleKeys keys;
    SampleLedger ledger{keys};
    std::string first;   ///< bytes of the first period's pack, signed by two
    std::string second;  ///< bytes of the second's, likewise

    Golden() : first{packed(ledger, ledger.first())}, second{packed(ledger, ledger.second())} {}

    std::string packed(const SampleLedger& of, const SamplePeriod& period) {
        const Folder folder;
        const auto built = pack::build_pack(of.input(period), folder.path(), keys.preparer);
        pack::sign_off(built.path,
                       {"senior_officer", "I have read this pack and respond for the force.",
                        at("2026-08-02T10:00:00.000Z")},
                       keys.senior_officer);
        pack::sign_off(
            built.path,
            {"auditor", "My opinion stands in my report.", at("2026-08-03T10:00:00.000Z")},
            keys.auditor);
        return files::read_file(built.path);
    }
    pack::VerifyOptions trusting() const {
        pack::VerifyOptions options;
        options.trust_ca_pem = keys.ca.certificate_pem;
        return options;
    }
};

inline Golden& golden() {
    static Golden made;
    return made;
}

/// Replaces the first place where `from` stands, behind `after`.
inline void replace(std::string& text, const std::string& from, const std::string& to,
                    const std::string& after = {}) {
    const auto at = text.find(from, text.find(after));
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
}

/// Another workbook: one part of it changed, all else as it was.
inline std::string with_part(const std::string& workbook, const std::string& part,
                             const std::function<void(std::string&)>& change) {
    const auto book = files::ZipArchive::open(workbook, files::ZipCare::foreign);
    files::ZipBuilder zip{at("2026-08-01T10:00:00.000Z")};
    bool there = false;
    for (const auto& member : book.value().members()) {
        std::string bytes = book.value().read(member.name).value();
        if (member.name == part) change(bytes);
        there = there || member.name == part;
        zip.add(member.name, std::move(bytes));
    }
    std::string added;
    if (!there) change(added);
    if (!there) zip.add(part, std::move(added));
    return zip.bytes();
}

inline std::set<int> failed(const pack::Verdict& verdict) {
    std::set<int> numbers;
    for (const pack::Check& check : verdict.checks)
        if (check.outcome == pack::Outcome::fail) numbers.insert(check.number);
    return numbers;
}

inline bool names(const pack::Verdict& verdict, const std::string& file) {
    for (const pack::Check& check : verdict.checks)
        if (check.outcome == pack::Outcome::fail && check.file == file) return true;
    return false;
}

/// Every check in words, for a test that fails.
inline std::string told(const pack::Verdict& verdict) {
    std::string text = "exit " + std::to_string(verdict.exit_code) + "\n";
    for (const pack::Check& check : verdict.checks)
        text += std::to_string(static_cast<int>(check.outcome)) + " " +
                std::to_string(check.number) + " " + check.name + ": " + check.file + ": " +
                check.words + "\n";
    return text;
}

}  // namespace muster::testing
