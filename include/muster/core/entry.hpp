// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "muster/core/entries/beginnings.hpp"
#include "muster/core/entries/clocks.hpp"
#include "muster/core/entries/confirmations.hpp"
#include "muster/core/entries/corrections.hpp"
#include "muster/core/entries/counter.hpp"
#include "muster/core/entries/counts.hpp"
#include "muster/core/entries/deliveries.hpp"
#include "muster/core/entries/discrepancies.hpp"
#include "muster/core/entries/disposals.hpp"
#include "muster/core/entries/handovers.hpp"
#include "muster/core/entries/holds.hpp"
#include "muster/core/entries/imports.hpp"
#include "muster/core/entries/kits.hpp"
#include "muster/core/entries/loans.hpp"
#include "muster/core/entries/losses.hpp"
#include "muster/core/entries/maintenance.hpp"
#include "muster/core/entries/oversight.hpp"
#include "muster/core/entries/people.hpp"
#include "muster/core/entries/seizures.hpp"
#include "muster/core/entries/stock.hpp"
#include "muster/core/entries/supervision.hpp"
#include "muster/core/entries/transfers.hpp"
#include "muster/core/facts.hpp"
#include "muster/core/result.hpp"

namespace muster::core {

/// Every kind of entry. A new kind is a new alternative here, a `decide` and an `apply`; JSON,
/// checks and the dictionary come from its field table.
using AnyBody = std::variant<
    Initialised, SetupClosed, PolicySet, ReferenceSet, SignedIn, UserAdded, RoleGranted,
    RoleWithdrawn, CredentialChanged, OfficerAdded, AuthorisationGranted, AuthorisationSuspended,
    LocationAdded, ModelAdded, Imported, ItemRegistered, BatchRegistered, CountedRegistered, Issued,
    Returned, DiscrepancyOpened, CountStarted, CountSubmitted, CountReconciled, CountClosed,
    PeriodClosed, KeyCertified, Exported, PackBuilt, PackSigned, OfficerChanged, ModelAliasAdded,
    ImportUndone, RegistrationReversed, DeploymentRecorded, MovementNoted, IssueStopped,
    ItemReceived, StockReceived, Transferred, TransitReceived, StockExpended, ItemAssigned,
    LoanOpened, LoanAcknowledged, LoanReturned, DefectReported, MaintenanceOpened,
    MaintenanceClosed, FitForIssue, PartSwapped, Seized, SeizureEnded, HoldPlaced, HoldReleased,
    ReportedMissing, LossDecided, Recovered, DisposalMarked, Disposed, Corrected, ItemCorrected,
    DutyHandedOver, VehicleChecked, KitSet, IssueConfirmed, FunctionTested, AttestationAsked,
    Attested, CountRecountAsked, DiscrepancyAssigned, DiscrepancyNoted, DiscrepancyResolved,
    DiscrepancyApproved, CustodianNamed, DeputyNamed, DipTestDrawn, DipTestKeyed, OversightSigned,
    ClockCorrected>;

/// The place of a kind among the alternatives; `variant_size` where it is none.
template <class Kind, class Variant = AnyBody>
inline constexpr std::size_t body_index_v = 0;
template <class Kind, class... Kinds>
inline constexpr std::size_t body_index_v<Kind, std::variant<Kinds...>> = [] {
    constexpr bool same[] = {std::is_same_v<Kind, Kinds>...};
    std::size_t at = 0;
    while (at < sizeof...(Kinds) && !same[at]) ++at;
    return at;
}();
template <class Kind>
concept BodyKind = body_index_v<Kind> < std::variant_size_v<AnyBody>;

/// What an entry says: one of the kinds, to be used as the variant that it is. How it is made,
/// copied and destroyed is compiled once, not in every file that meets an entry: sixty alternatives
/// were half of what each cost.
class Body : public AnyBody {
public:
    Body();
    Body(const Body& other);
    Body(Body&& other) noexcept;
    Body& operator=(const Body& other);
    Body& operator=(Body&& other) noexcept;
    ~Body();
    /// The body of that kind.
    template <BodyKind Kind>
    Body(Kind body) : Body{} {
        take(body_index_v<Kind>, &body);
    }

private:
    void take(std::size_t index, void* body);
};

/// One line of the ledger (FORMATS §1). Never changed, never removed.
struct Entry {
    EntryNumber number = 0;
    EntryNumber first = 0;  ///< number of the first entry of its transaction
    Instant happened_at;
    Instant recorded_at;
    UserId by;
    ArmouryId armoury;
    std::string salt;    ///< 16 random bytes, hex
    bool setup = false;  ///< made alone by the first administrator during set-up
    std::optional<std::string>
        clock;  ///< `raised` or `behind`: the clock stood before the head's time
    std::optional<std::string> paper;  ///< page of the paper form it was keyed from
    Body body;
};

/// The kind's name as in the line, and the version of its body.
std::string_view kind_of(const Body& body);
std::int64_t version_of(const Body& body);

/// Entry to line members and back. Every wrong member is appended to `faults`; nothing is read
/// then.
Value value_of(const Entry& entry);
std::optional<Entry> read_entry(const Value& line, std::vector<ShapeFault>& faults);
/// The body alone, as a value.
Value body_value(const Body& body);

/// Visits every private value of a body, to give it its digest or its text.
void each_private(Body& body, const std::function<void(PrivateText&)>& visit);

/// Who asks, when and where: what a rule may know beside the facts.
struct Context {
    Instant now;  ///< recorded_at of the entry to be
    Instant happened_at;
    UserId by;
    ArmouryId armoury;
    EntryNumber next = 1;              ///< number the entry to be will have
    std::optional<std::string> paper;  ///< page of the numbered form it is keyed from
};

/// Decides a proposed body: the completed body first, then what follows from it in the same
/// transaction (discrepancies), in order; or every line that a rule stopped, the gravest first.
///
/// Pure. Deciding a body that `decide` completed gives the same again, so that anybody can decide a
/// whole ledger anew. An observation is refused only for who records it, never for what happened.
Result<std::vector<Body>> decide(const Body& proposed, const Facts& facts, const Context& context);

/// Whether an entry of that body, made now, is one the first administrator makes alone in set-up.
bool is_made_alone_in_setup(const Body& body, const Facts& facts);

/// Turns an entry into changes of facts: the only place that does.
void apply(const Entry& entry, Changes& changes);

/// A field of a kind, for the dictionary.
struct FieldMeaning {
    std::string kind;
    std::string field;
    std::string type;
    std::string meaning;
};
const std::vector<FieldMeaning>& dictionary();

}  // namespace muster::core
