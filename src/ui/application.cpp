// SPDX-License-Identifier: MIT
#include "ui/application.hpp"

#include <wx/cmdline.h>
#include <wx/log.h>
#include <wx/msgdlg.h>
#include <wx/utils.h>

#include <cstdio>

#include "muster/app/errors.hpp"
#include "ui/main_frame.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int we_failed = 70;

// A box in the way of the counter helps nobody; what the toolkit finds wrong goes to stderr.
void on_assert(const wxString& file, int line, const wxString&, const wxString& condition,
               const wxString& words) {
    std::fprintf(stderr, "wx assert: %s:%d: %s %s\n", file.utf8_str().data(), line,
                 condition.utf8_str().data(), words.utf8_str().data());
}

}  // namespace

void Application::OnInitCmdLine(wxCmdLineParser& parser) {
    wxApp::OnInitCmdLine(parser);
    parser.AddLongOption("db", "the armoury ledger to open; else MUSTER_DB");
    parser.AddLongOption("armoury", "where this desk stands, of several armouries");
    parser.AddLongOption("now", "the time of a practice ledger");
}

bool Application::OnCmdLineParsed(wxCmdLineParser& parser) {
    wxString value;
    if (parser.Found("db", &value) || wxGetEnv("MUSTER_DB", &value)) address_ = typed(value);
    if (parser.Found("armoury", &value)) armoury_ = typed(value);
    if (parser.Found("now", &value)) {
        given_.now = core::instant_of(typed(value));
        if (!given_.now) {
            std::fprintf(stderr, "muster: --now wants a time like 2026-03-01T06:41:12.345Z\n");
            return false;
        }
    }
    return wxApp::OnCmdLineParsed(parser);
}

bool Application::OnInit() {
    delete wxLog::SetActiveTarget(new wxLogStderr);
    wxSetAssertHandler(on_assert);
    SetAppName("muster");
    if (!wxApp::OnInit()) return false;
    worker_ = std::make_unique<app::WorkerThread>([this](std::function<void()> call) {
        CallAfter([this, call = std::move(call)] { guard(call); });
    });
    frame_ =
        new MainFrame{app::open_session(given_, armoury_), *worker_, address_, armoury_.empty()};
    frame_->Show();
    return true;
}

int Application::OnExit() {
    worker_.reset();
    return wxApp::OnExit();
}

bool Application::OnExceptionInMainLoop() {
    return tell(std::current_exception());
}

void Application::OnUnhandledException() {
    tell(std::current_exception());
}

// Calls that come from the worker are not run by an event handler, so nobody else would catch.
void Application::guard(const std::function<void()>& call) {
    try {
        call();
    } catch (...) {
        if (!tell(std::current_exception())) ExitMainLoop();
    }
}

bool Application::tell(const std::exception_ptr& thrown) {
    const app::Description description = app::describe(thrown);
    std::fprintf(stderr, "muster: %s\n", description.sentence.c_str());
    if (description.exit_code == we_failed) {
        wxMessageBox(shown(description.sentence + " Muster closes. Nothing recorded is lost."),
                     "Muster", wxOK | wxICON_ERROR);
        return false;
    }
    if (frame_ != nullptr) frame_->tell_failure(description.sentence);
    return true;
}

}  // namespace muster::ui
