package care.iop.intake.benefits;

import java.time.Instant;
import java.util.UUID;

/** A policy as other features may tell of it; it never changes. */
public record InsurancePolicyFacts(UUID id, UUID patientId, InsurancePolicy.Terms terms, Instant receivedAt) {}
