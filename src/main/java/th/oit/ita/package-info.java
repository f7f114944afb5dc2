/**
 * A body's score report: what it was given in the assessment of a year, what it reads out of that
 * and what it will do about it; what follows from the scores by arithmetic, and what in a report
 * contradicts itself.
 *
 * <p>Weights, indicators, issues and questions of a year are data; nothing about any year stands in
 * code. Nothing here knows a page, a template or HTML.
 */
package th.oit.ita;
