// SPDX-License-Identifier: MIT
#include <filesystem>

#include "muster/app/import_screen.hpp"
#include "muster/core/powers.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::app {
namespace {

constexpr std::size_t request_bytes = 16;
constexpr const char* mapping_ending = ".mapping.json";

// The one saved for this very name, or the only one in its folder.
std::string mapping_beside(const std::string& file) {
    if (std::filesystem::exists(file + mapping_ending)) return file + mapping_ending;
    std::string found;
    std::error_code unreadable;
    const auto folder = std::filesystem::absolute(file).parent_path();
    for (const auto& each : std::filesystem::directory_iterator{folder, unreadable}) {
        const std::string path = each.path().string();
        if (!path.ends_with(mapping_ending)) continue;
        if (!found.empty()) return {};
        found = path;
    }
    return found;
}

std::vector<std::string> models_of(OpenLedger& ledger) {
    std::vector<std::string> names;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        for (const core::Model& model : facts.all<core::Model>()) names.push_back(model.name);
    });
    return names;
}

bool needs_approver(OpenLedger& ledger, const Author& author) {
    bool needs = true;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        needs = !core::may_in_setup(facts, author.user);
    });
    return needs;
}

}  // namespace

ImportUseCases import_use_cases(std::shared_ptr<Session> session) {
    ImportUseCases use;
    // Looking at a file takes its time; a connection of its own leaves the others to the window.
    use.inspect = [session](const ImportRequest& request) {
        const auto ledger = session->open_reading();
        return inspect_register(request, ledger.get(), ledger->now());
    };
    use.take_over = [session](const ImportRequest& request, Secrets& secrets) {
        return import_register(*session->ledger, session->author, request, secrets);
    };
    use.undo = [session](const UndoRequest& request, Secrets& secrets) {
        return undo_import(*session->ledger, session->author, request, secrets);
    };
    use.list = [session] { return list_imports(*session->open_reading(), session->author.user); };
    use.needs_approver = [session] {
        return needs_approver(*session->open_reading(), session->author);
    };
    use.save_marked_up = write_marked_up;
    use.find_mapping = mapping_beside;
    use.read_mapping = read_import_mapping;
    use.save_mapping = save_import_mapping;
    use.save_template = write_import_template;
    use.new_request = [session] {
        return ledger::hex(session->reading->randomness().bytes(request_bytes));
    };
    use.fields = import_fields;
    use.kinds = import_kinds();
    use.templates = template_kinds();
    use.statuses = import_status_words();
    use.models = [session] { return models_of(*session->open_reading()); };
    return use;
}

}  // namespace muster::app
