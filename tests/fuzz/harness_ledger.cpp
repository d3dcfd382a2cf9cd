// SPDX-License-Identifier: MIT
#include "fuzz/harness.hpp"
#include "muster/core/entry.hpp"
#include "muster/files/csv.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/certificates.hpp"
#include "muster/ledger/checkpoint.hpp"
#include "muster/ledger/cms.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/ledger/errors.hpp"
#include "muster/ledger/short_form.hpp"

/// The ledger layer: canonical lines and the entries in them, checkpoints, SHORT, signatures.
namespace muster::fuzz {
namespace {

void must_be_told(const ledger::LineFault& fault) {
    muster::fuzz::must_be_told(files::FileFault{fault.code, fault.words});
}

/// An entry that was read stands in the ledger as the very line it came from.
void must_read_back(const core::Value& value) {
    std::vector<core::ShapeFault> faults;
    const auto entry = core::read_entry(value, faults);
    must(entry.has_value() == faults.empty(), "an entry is read, or its faults are told");
    if (entry) must(core::value_of(*entry) == value, "an entry is written as it was read");
}

}  // namespace

void run_canonical(std::string_view bytes) {
    const auto read = ledger::read_canonical(bytes);
    if (const auto* fault = std::get_if<ledger::LineFault>(&read)) must_be_told(*fault);
    if (const auto* value = std::get_if<core::Value>(&read)) {
        must(ledger::canonical(*value) == bytes, "what was read is written the same");
        must_read_back(*value);
    }
    const std::string fit = ledger::fit_for_line(bytes);
    must(ledger::is_valid_text(fit), "fit_for_line makes a text fit for a line");
    must(ledger::fit_for_line(fit) == fit, "what fits is left alone");
}

void run_ledger_texts(std::string_view bytes) {
    const auto note = ledger::read_note_unverified(bytes);
    if (const auto* fault = std::get_if<ledger::LineFault>(&note)) must_be_told(*fault);
    if (const auto* checkpoint = std::get_if<ledger::Checkpoint>(&note)) {
        must(bytes.rfind(ledger::note_text(*checkpoint), 0) == 0, "a note begins with its text");
        const auto typed = ledger::read_short(ledger::short_form(*checkpoint));
        must(std::holds_alternative<ledger::ShortForm>(typed), "a SHORT that was written is read");
        must(ledger::matches(std::get<ledger::ShortForm>(typed), *checkpoint) ==
                 ledger::ShortMatch::same,
             "a SHORT matches what it was made of");
    }
    const auto typed = ledger::read_short(bytes);
    if (const auto* fault = std::get_if<ledger::LineFault>(&typed)) must_be_told(*fault);
    if (const auto* form = std::get_if<ledger::ShortForm>(&typed))
        must(form->tag.size() == 4 && form->root_start.size() == 32 && form->size >= 0,
             "a SHORT has its three parts");
    const auto disclosed = ledger::read_disclosure(bytes);
    if (const auto* fault = std::get_if<ledger::LineFault>(&disclosed)) must_be_told(*fault);
    if (const auto* text = std::get_if<std::string>(&disclosed))
        must(ledger::is_valid_text(*text), "a disclosed text is one that a line may hold");
}

void run_signature(std::string_view bytes) {
    const auto read = ledger::read_detached("what was signed\n", bytes);
    if (const auto* fault = std::get_if<ledger::LineFault>(&read)) must_be_told(*fault);
    try {
        const auto certificate = ledger::Certificate::from_der(bytes);
        must(files::is_utf8(certificate.common_name()), "a name is UTF-8");
        must(certificate.fingerprint().size() == 64, "a fingerprint is a SHA-256");
        certificate.not_before();
        certificate.is_ca();
        ledger::trusted_by(certificate, certificate.pem(), core::Instant{1'700'000'000'000});
    } catch (const ledger::KeyError&) {
        return;  // it is no certificate, and says so
    }
}

}  // namespace muster::fuzz
