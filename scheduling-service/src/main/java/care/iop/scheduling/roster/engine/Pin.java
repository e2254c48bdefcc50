package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.SessionKind.DailyVisit;

/**
 * A published session that stays where it is: the search plans around it as around a group's block.
 *
 * @param session position in the client's list
 * @param end cell of the day after the last
 */
record Pin(int session, int clinician, int day, int start, int end, int minutes, DailyVisit visit) {}
