// SPDX-License-Identifier: MIT
#include <array>
#include <utility>

#include "muster/app/movement_form.hpp"

/// The rules speak to people at a command line too; here their sentences are put for a window.
namespace muster::app {
namespace {

struct Rewording {
    std::string_view said;
    std::string_view shown;
};

constexpr std::array rewordings{
    Rewording{"add --approver with the name of somebody who may approve.",
              "name somebody who may approve, and who gives their own password."},
    Rewording{"`musterctl cases` lists what is away and why.",
              "The page What is away lists what there is and why."},
    Rewording{"`musterctl movements` shows what became of it.",
              "The page Movements shows what became of it."},
    Rewording{"`musterctl cases` shows what is.", "The page What is away shows what is."},
    Rewording{"`musterctl unconfirmed` lists those that do.",
              "The page Movements shows what became of it."},
    Rewording{"Take it off first with `swap`.", "Take it off on its own page first."},
    Rewording{"Add --course.", "Give the course reference."},
    Rewording{"and name it with --count.", "and name it here."},
    Rewording{"close the check with --discrepancy and what is known of it.",
              "say below what is known of it, and record the check all the same."},
    Rewording{": add --overridden-by.", ": name them."},
    Rewording{"Add --deployment, or", "Give it, or"},
    Rewording{"`musterctl discrepancies` lists them.", "The page Discrepancies lists them."},
    Rewording{"`musterctl dip-test list` names them.", "The page Oversight names them."},
    Rewording{"or names them as deputy with `oversight deputise`.",
              "or names them as their deputy."},
    Rewording{"`musterctl counts` lists them.", "Check its number."},
    Rewording{"Close it first with `period close`.", "Close it first."},
    Rewording{"`musterctl import list` names them.", "The page Import names them."},
    Rewording{"`musterctl key list` names them.", "Check its name."}};

}  // namespace

std::string window_sentence(const core::RefusedLine& line) {
    std::string sentence = core::sentence_of(line);
    for (const Rewording& each : rewordings)
        if (const auto at = sentence.find(each.said); at != std::string::npos)
            sentence.replace(at, each.said.size(), each.shown);
    return sentence;
}

}  // namespace muster::app
