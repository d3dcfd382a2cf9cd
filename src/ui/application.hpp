// SPDX-License-Identifier: MIT
#pragma once

#include <wx/app.h>

#include "muster/app/background.hpp"
#include "muster/app/setup.hpp"

namespace muster::ui {

class MainFrame;

/// The program: its command line, its one worker thread, and the last place that catches.
class Application final : public wxApp {
public:
    void OnInitCmdLine(wxCmdLineParser& parser) override;
    bool OnCmdLineParsed(wxCmdLineParser& parser) override;
    bool OnInit() override;
    int OnExit() override;
    bool OnExceptionInMainLoop() override;
    void OnUnhandledException() override;

private:
    void guard(const std::function<void()>& call);
    /// Puts it into words; whether the program can go on.
    bool tell(const std::exception_ptr& thrown);

    std::string address_;
    std::string armoury_;  ///< where the desk stands, if it was said
    app::Given given_;
    std::unique_ptr<app::WorkerThread> worker_;
    MainFrame* frame_ = nullptr;
};

}  // namespace muster::ui
