// SPDX-License-Identifier: MIT
#include <filesystem>

#include "app/screens/import_tables.hpp"

// Files beside the register: the mapping, the marked-up copy, templates.
namespace muster::app {

void ImportScreen::use_mapping(const std::string& path) {
    if (path_.empty() || path.empty()) return;
    const auto mapping = std::make_shared<ImportMapping>();
    run(
        "Reading " + import_file_name(path), false,
        [use = use_, path, mapping](const ImportWatch&) { *mapping = use.read_mapping(path); },
        [this, mapping] {
            mapping_ = std::move(*mapping);
            inspect(Step::sheets);
        });
}

void ImportScreen::save_mapping(const std::string& path) {
    if (path.empty() || path_.empty() || state_.busy) return;
    // What the report used, and what was said since it was made.
    ImportMapping mapping = report_.used;
    for (const auto& [sheet, kind] : mapping_.sheets) mapping.sheets[sheet] = kind;
    for (const auto& each : mapping_.headings) {
        std::erase_if(mapping.headings, [&](const ImportMapping::Heading& other) {
            return other.kind == each.kind && other.heading == each.heading;
        });
        mapping.headings.push_back(each);
    }
    mapping.constants = mapping_.constants;
    mapping.models = mapping_.models;
    mapping.statuses = mapping_.statuses;
    run(
        "Saving " + import_file_name(path), false,
        [use = use_, path, mapping](const ImportWatch&) { use.save_mapping(mapping, path); },
        [this, path] {
            say(Tone::good, "Saved as " + import_file_name(path) +
                                ". It is offered when a file beside it is imported.");
        });
}

std::string ImportScreen::mapping_path() const {
    return path_ + ".mapping.json";
}

void ImportScreen::save_template(const std::string& kind, const std::string& path) {
    if (path.empty() || state_.busy) return;
    run(
        "Saving " + import_file_name(path), false,
        [use = use_, kind, path](const ImportWatch&) { use.save_template(kind, path); },
        [this, path] {
            say(Tone::good, "Saved as " + import_file_name(path) +
                                ". Fill it in, close it, and choose it here.");
        });
}

std::string ImportScreen::marked_up_path() const {
    const std::filesystem::path path{path_};
    return (path.parent_path() / (path.stem().string() + " with faults.xlsx")).string();
}

void ImportScreen::save_marked_up(const std::string& path) {
    if (path.empty() || path_.empty() || state_.busy) return;
    if (path == path_)
        return say(Tone::stop, "Choose another name: the file itself is never written over.");
    run(
        "Saving " + import_file_name(path), false,
        [use = use_, request = request(), report = report_, path](const ImportWatch&) {
            use.save_marked_up(request, report, path);
        },
        [this, path] {
            say(Tone::good, "Saved as " + import_file_name(path) +
                                ". Each faulty cell is filled and has a comment. Correct it there, "
                                "and choose it here.");
        });
}

}  // namespace muster::app
