// SPDX-License-Identifier: MIT
#include <charconv>
#include <map>

#include "app/screens/desk.hpp"
#include "app/screens/kit_forms.hpp"
#include "app/screens/oversight_forms.hpp"
#include "app/screens/page_forms.hpp"
#include "app/screens/people_forms.hpp"
#include "muster/app/count_plan.hpp"
#include "muster/app/count_results.hpp"
#include "muster/app/dossier_screen.hpp"
#include "muster/app/emergency.hpp"
#include "muster/app/holdings_paper.hpp"
#include "muster/app/labels.hpp"
#include "muster/app/receipts.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/supervision.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::app {
namespace {

constexpr std::size_t request_bytes = 16;

// A movement is opened by its number; everything else by an id, which begins with a letter.
core::EntryNumber number_of(const std::string& id) {
    core::EntryNumber number = 0;
    const auto read = std::from_chars(id.data(), id.data() + id.size(), number);
    return read.ec == std::errc{} && read.ptr == id.data() + id.size() ? number : 0;
}

core::Result<Dossier> dossier_of(const Desk& desk, const std::string& id) {
    if (const core::EntryNumber number = number_of(id); number > 0)
        return movement_dossier(desk, number);
    if (core::is_case(id)) return case_dossier(desk, id);
    if (id.starts_with("d-")) return discrepancy_dossier(desk, id);
    if (id.starts_with("c-")) return count_dossier(desk, id);
    if (id.starts_with("brief ")) return brief_dossier(desk, id);
    if (id.starts_with("plot ")) return plot_dossier(desk, id);
    if (id.starts_with("q-")) return dip_test_dossier(desk, id);
    if (id.starts_with("i-")) return item_dossier(desk, id);
    if (id.starts_with("o-")) return officer_dossier(desk, id);
    if (id.starts_with("k-")) return kit_dossier(desk, id);
    if (id.starts_with("u-")) return user_dossier(desk, id);
    if (id.starts_with("policy ")) return policy_dossier(desk, id);
    if (id.starts_with("b-") || id.starts_with("m-")) return stock_dossier(desk, id);
    return core::refused(core::Refusal::code_unknown, id, {{"code", id}});
}

core::Result<Dossier> open_dossier(const std::shared_ptr<Session>& session, const std::string& id) {
    std::optional<core::Result<Dossier>> found;
    session->reading->read([&](storage::Transaction& tx, const core::Facts& facts) {
        found.emplace(dossier_of(Desk{session, tx, facts}, id));
    });
    return std::move(*found);
}

// A label says of itself what it is by a letter in front (SCREENS 1); our own codes do without.
ScannedThing scan_label(OpenLedger& ledger, const std::string& code) {
    ScannedThing thing = scan(ledger, code);
    const bool prefixed = code.size() > 2 && code[1] == '-' &&
                          std::string_view{"PWBXKpwbxk"}.find(code[0]) != std::string_view::npos;
    return thing.sort == ScannedThing::Sort::nothing && prefixed ? scan(ledger, code.substr(2))
                                                                 : thing;
}

core::Result<std::string> save_label(const std::shared_ptr<Session>& session,
                                     const std::string& thing, const std::string& path) {
    static const std::map<char, const char*> kinds{
        {'i', "items"}, {'b', "batches"}, {'o', "officers"}, {'k', "kits"}};
    LabelRequest request;
    request.kind = kinds.at(thing.front());
    request.codes = {thing};
    request.viewer = session->author.user;
    const auto drawn = draw_labels(*session->reading, request);
    if (!drawn) return drawn.error();
    if (drawn.value().pdf.empty())
        return drawn.value().unlabelled.empty() ? "There is nothing to print."
                                                : drawn.value().unlabelled.front().words;
    const auto saved =
        export_labels(*session->ledger, session->author, request, drawn.value(), path);
    if (!saved) return saved.error();
    return "The label is saved, and that it was is recorded. Print it from " + path + ".";
}

core::Result<std::string> save_holdings(const std::shared_ptr<Session>& session,
                                        const std::string& officer, const std::string& path) {
    const auto saved =
        export_holdings(*session->ledger, session->author, core::OfficerId{officer}, path);
    if (!saved) return saved.error();
    return "The holdings are saved, and that they were is recorded. Print them from " + path + ".";
}

core::Result<std::string> save_emergency(const std::shared_ptr<Session>& session,
                                         const std::string& path) {
    EmergencyRequest request;
    request.viewer = session->author.user;
    const auto paper = draw_emergency_lists(*session->reading, request);
    if (!paper) return paper.error();
    const auto saved = export_emergency_lists(*session->ledger, session->author, paper.value(),
                                              path, std::nullopt);
    if (!saved) return saved.error();
    return "The emergency lists are saved in " + path + ", with blank pages " +
           paper.value().first_page + " to " + paper.value().last_page +
           ". Print them now, and keep them where the computer is not needed.";
}

core::Result<std::string> save_movement(const std::shared_ptr<Session>& session,
                                        core::EntryNumber number, const std::string& path) {
    const auto movement = show_movement(*session->reading, number, session->author.user);
    if (!movement) return movement.error();
    save_receipt(*session->reading, movement.value(), path);
    return "The receipt is saved in " + path + ".";
}

core::Result<std::string> save_oversight(const std::shared_ptr<Session>& session,
                                         const std::string& id, const std::string& paper,
                                         const std::string& path) {
    OpenLedger& ledger = *session->ledger;
    std::string written = path;
    std::optional<core::Result<Receipt>> saved;
    if (paper == "sheets")
        saved.emplace(export_count_sheets(ledger, session->author, core::CountId{id}, path));
    else if (paper == "certificate")
        saved.emplace(export_certificate(ledger, session->author, core::CountId{id}, path));
    else {
        const auto brief = make_brief(ledger, id.substr(id.find(' ') + 1), session->author.user);
        if (!brief) return brief.error();
        saved.emplace(export_brief(ledger, session->author, brief.value(), path, written));
    }
    if (!*saved) return saved->error();
    return "It is saved, and that it was is recorded. Print it from " + written + ".";
}

}  // namespace

DossierUseCases dossier_use_cases(std::shared_ptr<Session> session, const std::string& page) {
    DossierUseCases use;
    use.open = [session](const std::string& id) { return open_dossier(session, id); };
    use.scan = [session](const std::string& code) { return scan_label(*session->reading, code); };
    use.save = [session](const std::string& id, const std::string& paper,
                         const std::string& path) -> core::Result<std::string> {
        if (paper == "label") return save_label(session, id, path);
        if (paper == "holdings") return save_holdings(session, id, path);
        if (paper == "emergency") return save_emergency(session, path);
        if (paper == "plot") return save_plot(*session, id, path);
        if (paper == "sheets" || paper == "certificate" || paper == "brief")
            return save_oversight(session, id, paper, path);
        return save_movement(session, number_of(id), path);
    };
    use.save_list = [session](const SavedList& list,
                              const std::string& path) -> core::Result<std::string> {
        const auto saved = save_list(*session->ledger, session->author, list, path);
        if (!saved) return saved.error();
        const SavedRows& rows = saved.value();
        return grouped(rows.rows) + (rows.rows == 1 ? " row is" : " rows are") + " saved in " +
               path + ", and that they were is recorded." +
               (rows.is_all ? "" : " There are more: narrow the list, or save it as CSV.");
    };
    if (page == "today")
        use.list_papers = {{"emergency", "Emergency lists (PDF)...", "emergency.pdf"}};
    use.forms = [session, page] {
        std::vector<MovementForm> forms;
        session->reading->read([&](storage::Transaction& tx, const core::Facts& facts) {
            forms = page_forms(Desk{session, tx, facts}, page);
        });
        return forms;
    };
    use.new_request = [session] {
        return ledger::hex(session->ledger->randomness().bytes(request_bytes));
    };
    return use;
}

}  // namespace muster::app
