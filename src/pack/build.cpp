// SPDX-License-Identifier: MIT
#include "muster/pack/build.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "consistency.hpp"
#include "contents.hpp"
#include "entry_of_line.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/replay.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/files/zip_archive.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/cms.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/ledger/merkle.hpp"
#include "muster/pack/state.hpp"
#include "packing.hpp"
#include "privates.hpp"

namespace muster::pack {
namespace {

/// Builds one pack: reads the ledger once from its beginning, then writes the files.
class Building {
public:
    explicit Building(const PackInput& input) : input_{input} {
        input_.built_at.ms -= input_.built_at.ms % 1000;  // a signing time has whole seconds
    }

    PackFiles files(const std::string& prepared_by) {
        read_ledger();
        settle_period();
        write_ledger_files();
        if (period_.previous) write_what_came_before();
        write_derived({input_.program, prepared_by, input_.built_at});
        return std::move(files_);
    }
    const PackPeriod& period() const { return period_; }
    core::Instant built_at() const { return input_.built_at; }

private:
    void read_ledger() {
        if (input_.first < 1 || input_.last < input_.first)
            throw PackError{"A period has at least one entry."};
        core::EntryNumber expected = 0;
        input_.each_line(1, input_.last,
                         [&](std::string_view line) { take_line(line, ++expected); });
        if (expected != input_.last)
            throw PackError{"The ledger ends before the period does, at entry " +
                            std::to_string(expected) + "."};
    }

    void take_line(std::string_view line, core::EntryNumber expected) {
        auto read = entry_of_line(line);
        auto* entry = std::get_if<core::Entry>(&read);
        if (entry == nullptr || entry->number != expected)
            throw PackError{"Entry " + std::to_string(expected) +
                            " of the ledger cannot be read. Run `musterctl ledger verify`."};
        leaves_.push_back(ledger::leaf_hash(line));
        if (expected == input_.first - 1) {
            closing_line_ = line;
            opening_file_ = opening_file(closing_);  // before the closing entry itself
        }
        if (expected == input_.first) opening_ = closing_;
        if (expected >= input_.first) {
            ledger_.append(line) += '\n';
            add_privates_of(*entry, privates_);
        }
        core::apply_to(closing_, *entry);
        if (expected == input_.last) take_closing(*entry);
    }

    void take_closing(const core::Entry& entry) {
        const auto* closed = std::get_if<core::PeriodClosed>(&entry.body);
        if (closed == nullptr || closed->label != input_.label || closed->from != input_.first)
            throw PackError{"Entry " + std::to_string(input_.last) + " does not close the period " +
                            input_.label + "."};
        period_.closed_at = entry.recorded_at;
    }

    void settle_period() {
        const auto force = closing_.find<core::Force>("force");
        const auto raw = force ? ledger::bytes_of_hex(force->ledger_key) : std::nullopt;
        const auto key = raw ? ledger::LedgerPublicKey::from_raw(*raw) : std::nullopt;
        if (!key) throw PackError{"The ledger does not say with which key it signs."};
        period_.label = input_.label;
        period_.first = input_.first;
        period_.last = input_.last;
        period_.checkpoint = checkpoint(input_.checkpoint, *key, input_.last);
        if (input_.first > 1)
            period_.previous = checkpoint(input_.previous_checkpoint, *key, input_.first - 1);
        period_.name = pack_name(period_.checkpoint.origin, input_.label);
        period_.opening = &opening_;
        period_.closing = &closing_;
    }

    ledger::Checkpoint checkpoint(const std::string& note, const ledger::LedgerPublicKey& key,
                                  std::int64_t size) const {
        const auto read = ledger::read_note(note, key);
        if (const auto* fault = std::get_if<ledger::LineFault>(&read))
            throw PackError{"The checkpoint of entry " + std::to_string(size) +
                            " is not right: " + fault->words};
        const auto& found = std::get<ledger::Checkpoint>(read);
        const std::span<const ledger::Digest> leaves{leaves_};
        if (found.size != size ||
            found.root != ledger::root_of(leaves.first(static_cast<std::size_t>(size))))
            throw PackError{"The ledger is not the one that the checkpoint of entry " +
                            std::to_string(size) + " signed. Run `musterctl ledger verify`."};
        return found;
    }

    void write_ledger_files() {
        add_privates_of(opening_, privates_);
        files_["ledger.jsonl"] = std::move(ledger_);
        files_["checkpoint.txt"] = input_.checkpoint;
        std::string& disclosures = files_["disclosures.jsonl"];
        for (const std::string& digest : privates_) {
            const auto line = input_.disclosure(digest);
            const auto text =
                line ? ledger::read_disclosure(*line)
                     : std::variant<std::string, ledger::LineFault>{ledger::LineFault{}};
            if (!std::holds_alternative<std::string>(text) ||
                ledger::hex(ledger::sha256(*line)) != digest)
                throw PackError{"The private value " + digest + " is missing or damaged."};
            disclosures += *line + "\n";
            opening_.disclose(digest, std::get<std::string>(text));
            closing_.disclose(digest, std::get<std::string>(text));
        }
    }

    void write_what_came_before() {
        ledger::MemoryReader reader{leaves_};
        const std::int64_t old_size = period_.first - 1;
        ledger::Frontier frontier;
        for (std::size_t i = 0; i < static_cast<std::size_t>(old_size); ++i)
            frontier.append(leaves_[i]);
        files_["opening.jsonl"] = std::move(opening_file_);
        files_["frontier.txt"] = write_frontier(frontier.peaks());
        files_["previous-checkpoint.txt"] = input_.previous_checkpoint;
        files_["consistency.json"] = write_consistency(
            {old_size, period_.last, ledger::consistency_proof(old_size, period_.last, reader),
             closing_line_, ledger::inclusion_proof(old_size - 1, old_size, reader)});
    }

    void write_derived(const Making& making) {
        const auto lines = std::make_shared<const std::string>(files_.at("ledger.jsonl"));
        const core::PeriodSheets sheets = sheets_of(period_, making, files_, entries_of(lines));
        for (const core::Sheet& sheet : core::sheets())
            files_[csv_name(sheet)] = csv_of(sheets, sheet);
        files_["certificate.txt"] = sheets.certificate();
        files_["pack.json"] = pack_json(period_, making);
        files_["VERIFY.md"] = verify_page(period_);
        files_["workbook.xlsx"] = input_.draw_workbook(sheets);
    }

    PackInput input_;
    PackPeriod period_;
    PackFiles files_;
    std::vector<ledger::Digest> leaves_;
    core::MemoryFacts opening_;
    core::MemoryFacts closing_;
    std::string opening_file_;
    std::string closing_line_;
    std::string ledger_;
    std::set<std::string> privates_;
};

std::string slug(std::string_view text) {
    std::string slug;
    for (const char c : text) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (upper)
            slug += static_cast<char>(c - 'A' + 'a');
        else if (plain)
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug.empty() ? "period" : slug.substr(0, 40);
}

}  // namespace

std::string pack_name(std::string_view origin, std::string_view label) {
    return "muster-pack-" + ledger::slug_of(origin) + "-" + slug(label);
}

std::string zip_of(const PackFiles& files, core::Instant time) {
    files::ZipBuilder zip{time};
    for (const std::string& name : storing_order(files)) {
        // A workbook is a ZIP of its own and gains nothing.
        const bool packed = name == "workbook.xlsx";
        zip.add(name, files.at(name),
                packed ? files::ZipBuilder::Storing::stored : files::ZipBuilder::Storing::deflated);
    }
    return zip.bytes();
}

BuiltPack build_pack(const PackInput& input, const std::string& out_dir,
                     const ledger::SigningKey& preparer) {
    Building building{input};
    PackFiles files = building.files(preparer.certificate().common_name());
    const std::string manifest = manifest_of(files);
    files[manifest_name] = manifest;
    files[manifest_signature_name] = ledger::sign_detached(manifest, preparer, building.built_at());
    const std::string& name = building.period().name;
    const std::string path = (std::filesystem::path{out_dir} / (name + ".zip")).string();
    // What is there may carry sign-offs; nothing replaces it unasked.
    if (std::filesystem::exists(path))
        throw PackError{"There is a pack at " + path +
                        " already. Build into another folder, or move it away first."};
    files::write_file_atomically(path, zip_of(files, building.built_at()));
    return {path, name, ledger::hex(ledger::sha256(manifest)),
            preparer.certificate().fingerprint()};
}

}  // namespace muster::pack
