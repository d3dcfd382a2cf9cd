// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/codes.hpp"
#include "muster/core/entry.hpp"
#include "muster/core/powers.hpp"

/// One `decide_one` and one `apply_one` per kind; `decide` and `apply` only choose among them.
namespace muster::core {

using Decision = Result<std::vector<Body>>;

#define MUSTER_RULES_OF(Kind)                                       \
    Decision decide_one(const Kind&, const Facts&, const Context&); \
    void apply_one(const Kind&, const Entry&, Changes&)

MUSTER_RULES_OF(Initialised);
MUSTER_RULES_OF(SetupClosed);
MUSTER_RULES_OF(PolicySet);
MUSTER_RULES_OF(ReferenceSet);
MUSTER_RULES_OF(SignedIn);
MUSTER_RULES_OF(UserAdded);
MUSTER_RULES_OF(RoleGranted);
MUSTER_RULES_OF(RoleWithdrawn);
MUSTER_RULES_OF(CredentialChanged);
MUSTER_RULES_OF(OfficerAdded);
MUSTER_RULES_OF(AuthorisationGranted);
MUSTER_RULES_OF(AuthorisationSuspended);
MUSTER_RULES_OF(LocationAdded);
MUSTER_RULES_OF(ModelAdded);
MUSTER_RULES_OF(Imported);
MUSTER_RULES_OF(ItemRegistered);
MUSTER_RULES_OF(BatchRegistered);
MUSTER_RULES_OF(CountedRegistered);
MUSTER_RULES_OF(Issued);
MUSTER_RULES_OF(Returned);
MUSTER_RULES_OF(DiscrepancyOpened);
MUSTER_RULES_OF(CountStarted);
MUSTER_RULES_OF(CountSubmitted);
MUSTER_RULES_OF(CountReconciled);
MUSTER_RULES_OF(CountClosed);
MUSTER_RULES_OF(PeriodClosed);
MUSTER_RULES_OF(KeyCertified);
MUSTER_RULES_OF(Exported);
MUSTER_RULES_OF(PackBuilt);
MUSTER_RULES_OF(PackSigned);
MUSTER_RULES_OF(OfficerChanged);
MUSTER_RULES_OF(ModelAliasAdded);
MUSTER_RULES_OF(ImportUndone);
MUSTER_RULES_OF(RegistrationReversed);
MUSTER_RULES_OF(DeploymentRecorded);
MUSTER_RULES_OF(MovementNoted);
MUSTER_RULES_OF(IssueStopped);
MUSTER_RULES_OF(ItemReceived);
MUSTER_RULES_OF(StockReceived);
MUSTER_RULES_OF(Transferred);
MUSTER_RULES_OF(TransitReceived);
MUSTER_RULES_OF(StockExpended);
MUSTER_RULES_OF(ItemAssigned);
MUSTER_RULES_OF(LoanOpened);
MUSTER_RULES_OF(LoanAcknowledged);
MUSTER_RULES_OF(LoanReturned);
MUSTER_RULES_OF(DefectReported);
MUSTER_RULES_OF(MaintenanceOpened);
MUSTER_RULES_OF(MaintenanceClosed);
MUSTER_RULES_OF(FitForIssue);
MUSTER_RULES_OF(PartSwapped);
MUSTER_RULES_OF(Seized);
MUSTER_RULES_OF(SeizureEnded);
MUSTER_RULES_OF(HoldPlaced);
MUSTER_RULES_OF(HoldReleased);
MUSTER_RULES_OF(ReportedMissing);
MUSTER_RULES_OF(LossDecided);
MUSTER_RULES_OF(Recovered);
MUSTER_RULES_OF(DisposalMarked);
MUSTER_RULES_OF(Disposed);
MUSTER_RULES_OF(Corrected);
MUSTER_RULES_OF(ItemCorrected);
MUSTER_RULES_OF(DutyHandedOver);
MUSTER_RULES_OF(VehicleChecked);
MUSTER_RULES_OF(KitSet);
MUSTER_RULES_OF(IssueConfirmed);
MUSTER_RULES_OF(FunctionTested);
MUSTER_RULES_OF(AttestationAsked);
MUSTER_RULES_OF(Attested);
MUSTER_RULES_OF(CountRecountAsked);
MUSTER_RULES_OF(DiscrepancyAssigned);
MUSTER_RULES_OF(DiscrepancyNoted);
MUSTER_RULES_OF(DiscrepancyResolved);
MUSTER_RULES_OF(DiscrepancyApproved);
MUSTER_RULES_OF(CustodianNamed);
MUSTER_RULES_OF(DeputyNamed);
MUSTER_RULES_OF(DipTestDrawn);
MUSTER_RULES_OF(DipTestKeyed);
MUSTER_RULES_OF(OversightSigned);
MUSTER_RULES_OF(ClockCorrected);

#undef MUSTER_RULES_OF

/// A decision that follows nothing else.
inline Decision alone(Body body) {
    std::vector<Body> bodies;
    bodies.push_back(std::move(body));
    return bodies;
}

}  // namespace muster::core
