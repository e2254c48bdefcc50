package care.iop.intake.referral;

/** What should have happened by now and has not. */
enum Overdue {
    ACKNOWLEDGEMENT,
    FIRST_SERVICE
}
