/**
 * Verdicts and findings as people and programs read them.
 *
 * <p>Turns values into text; decides nothing and writes no file.
 */
package th.oit.report;
