-- ACCEPTED and DECLINED give way to the states of the field: a clinician's placement is a state of its own, and a referral ends
-- in one of three ways, each with its reasons.
alter table referral add column referred_to text;
alter table referral rename column decline_reason to end_reason;

alter table referral drop constraint referral_status_check;
alter table referral drop constraint referral_check;   -- a reason exactly when DECLINED
alter table referral drop constraint referral_check2;  -- a level when ACCEPTED or ADMITTED

-- Screening was possible without a noted answer to the sender; the answer had been given by then at the latest.
update referral set acknowledged_at = status_changed_at where status in ('SCREENING', 'ACCEPTED') and acknowledged_at is null;
update referral set status = 'ACKNOWLEDGED' where status = 'RECEIVED' and acknowledged_at is not null;
update referral set status = 'PLACED' where status = 'ACCEPTED' or (status = 'SCREENING' and level_of_care is not null);
update referral set status = case
        when end_reason in ('PERSON_DECLINED', 'DUPLICATE') then 'WITHDRAWN'
        when end_reason = 'NO_CONTACT' then 'LOST'
        else 'REFERRED_ELSEWHERE' end
    where status = 'DECLINED';

alter table referral
    add constraint referral_status_known check (status in ('RECEIVED', 'ACKNOWLEDGED', 'SCREENING', 'PLACED', 'WAITLISTED',
        'ADMITTED', 'REFERRED_ELSEWHERE', 'WITHDRAWN', 'LOST')),
    add constraint referral_acknowledged_before_work check (
        status in ('RECEIVED', 'ADMITTED', 'REFERRED_ELSEWHERE', 'WITHDRAWN', 'LOST') or acknowledged_at is not null),
    add constraint referral_placed_at_a_level check (
        status not in ('PLACED', 'WAITLISTED', 'ADMITTED') or level_of_care is not null),
    add constraint referral_end_has_its_reason check (case status
        when 'REFERRED_ELSEWHERE' then end_reason is not null and end_reason in ('NEEDS_HIGHER_LEVEL', 'NEEDS_LOWER_LEVEL',
            'NO_CAPACITY', 'NOT_COVERED', 'OUT_OF_AREA', 'NEED_NOT_SERVED', 'PREFERS_OTHER_PROGRAM', 'OTHER')
        when 'WITHDRAWN' then end_reason is not null
            and end_reason in ('PERSON_DECLINED', 'SENDER_WITHDREW', 'DUPLICATE', 'ENTERED_IN_ERROR', 'OTHER')
        when 'LOST' then end_reason is not null
            and end_reason in ('NO_CONTACT', 'MISSED_APPOINTMENTS', 'MOVED_AWAY', 'INCARCERATED', 'DIED', 'OTHER')
        else end_reason is null end),
    add constraint referral_went_somewhere check (referred_to is null or status = 'REFERRED_ELSEWHERE');
