/**
 * How ready the body is for the assessment, and what is to be done next: the score as it would be
 * today, the days that are left, a work list for every department, the monthly memo, the calendar
 * and the answers for ITAS.
 *
 * <p>Turns verdicts into values, and values into texts and bytes. Judges nothing itself, prints
 * nothing and touches no file.
 */
package th.oit.readiness;
