/**
 * The story that the launcher plays and the end-to-end test asserts: one person from an EHR's referral to the caseload, through
 * the public API of all three services, each step by the user who would take it.
 */
package care.iop.local.story;
