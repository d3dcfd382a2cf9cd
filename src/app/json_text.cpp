// SPDX-License-Identifier: MIT
#include "muster/app/json_text.hpp"

#include "muster/files/csv.hpp"
#include "muster/ledger/canonical.hpp"

namespace muster::app {
namespace {

core::Value fit(const core::Value& value) {
    if (const auto* text = value.text()) return core::Value{ledger::fit_for_line(*text)};
    if (const auto* array = value.array()) {
        core::Value::Array fitted;
        for (const core::Value& element : *array) fitted.push_back(fit(element));
        return core::Value{std::move(fitted)};
    }
    if (const auto* object = value.object()) {
        core::Value::Object fitted;
        for (const auto& [name, member] : *object) fitted.emplace(name, fit(member));
        return core::Value{std::move(fitted)};
    }
    return value;
}

}  // namespace

std::string json_text(const core::Value& value) {
    return ledger::json_document(fit(value));
}

bool is_text(std::string_view bytes) {
    return files::is_utf8(bytes);
}

}  // namespace muster::app
