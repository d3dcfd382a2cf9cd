// SPDX-License-Identifier: MIT
#include "examination.hpp"
#include "muster/files/zip_archive.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::pack {
namespace {

/// What makes a ZIP a tampered one; anything else that is wrong with it makes it unreadable.
bool is_tampering(const std::string& code) {
    return code == "zip_duplicate_name" || code == "zip_unsafe_name" || code == "zip_link" ||
           code == "zip_stray_bytes" || code == "zip_headers_disagree";
}

}  // namespace

Opening check_container(Examination& examination, std::string bytes) {
    constexpr auto number = CheckNumber::container;
    const auto opened = files::ZipArchive::open(std::move(bytes), files::ZipCare::every_byte);
    if (opened.fault() != nullptr) {
        examination.fail(number, escaped(opened.fault()->words));
        return is_tampering(opened.fault()->code) ? Opening::faulty : Opening::unusable;
    }
    bool sound = true;
    for (const files::ZipMember& member : opened.value().members()) {
        auto read = opened.value().read(member.name);
        if (read.fault() != nullptr) {
            examination.fail(number, escaped(read.fault()->words), member.name);
            sound = false;
        } else if (!is_pack_name(member.name)) {
            examination.fail(number, "A pack may not have a file of this name.", member.name);
            sound = false;
        } else {
            examination.files.emplace(member.name, std::move(read.value()));
        }
    }
    if (!examination.has(number) && examination.file("pack.json") == nullptr &&
        examination.file(manifest_name) == nullptr) {
        examination.fail(number, "This is a ZIP, but not a pack.");
        return Opening::unusable;
    }
    if (sound)
        examination.pass(number, "A plain ZIP of " + std::to_string(examination.files.size()) +
                                     " files, every byte of it accounted for.");
    return Opening::opened;
}

void check_manifest(Examination& examination) {
    constexpr auto number = CheckNumber::manifest;
    const std::string* text = examination.file(manifest_name);
    if (text == nullptr)
        return examination.fail(number, "The list of files is missing.", manifest_name);
    const auto listed = read_manifest(*text);
    if (!listed)
        return examination.fail(number, "It is not a sorted list of digests and names.",
                                manifest_name);
    for (const auto& [name, digest] : *listed) {
        const std::string* bytes = examination.file(name);
        if (bytes == nullptr)
            examination.fail(number, "This file is listed and not in the pack.", name);
        else if (ledger::hex(ledger::sha256(*bytes)) != digest)
            examination.fail(number, "This file was changed after the list was signed.", name);
    }
    for (const auto& [name, bytes] : examination.files)
        if (is_listed_name(name) && listed->count(name) == 0)
            examination.fail(number, "This file is in the pack and not listed.", name);
    if (!examination.has(number))
        examination.pass(number, "Every one of " + std::to_string(listed->size()) +
                                     " files is listed and has the listed digest; nothing else is "
                                     "in the pack.");
}

}  // namespace muster::pack
