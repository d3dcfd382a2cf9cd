// SPDX-License-Identifier: MIT
#include "muster/app/sources_screen.hpp"

namespace muster::app {

SourceFileUseCases source_file_use_cases(std::shared_ptr<Session> session) {
    SourceFileUseCases use;
    // Looking at a file takes its time; a connection of its own leaves the others to the window.
    use.inspect = [session](const DeltaRequest& request) {
        return inspect_delta(*session->open_reading(), request, session->author.user);
    };
    use.take = [session](const DeltaRequest& request, Secrets& secrets) {
        return import_delta(*session->ledger, session->author, request, secrets);
    };
    use.inspect_history = [session](const HistoryRequest& request) {
        return inspect_history(*session->open_reading(), request);
    };
    use.take_history = [session](const HistoryRequest& request, Secrets& secrets) {
        return import_history(*session->ledger, session->author, request, secrets);
    };
    return use;
}

SourcesUseCases sources_use_cases(std::shared_ptr<Session> session) {
    SourcesUseCases use;
    use.look = [session] {
        const auto ledger = session->open_reading();
        return SourcesFound{source_ages(*ledger), source_powers(*ledger, session->author.user)};
    };
    use.approve = [session](const std::string& kind, const std::string& folder,
                            const std::string& approver, Secrets& secrets) {
        return approve_nightly(*session->ledger, session->author, kind, folder, approver, secrets);
    };
    use.import_waiting = [session](const std::vector<std::string>& kinds, Secrets& secrets) {
        NightlyRequest request;
        request.kinds = kinds;
        return import_nightly(*session->ledger, session->author, request, secrets);
    };
    use.file = source_file_use_cases(session);
    use.comparison = compare_use_cases(session);
    return use;
}

}  // namespace muster::app
