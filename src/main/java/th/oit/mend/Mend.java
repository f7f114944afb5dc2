package th.oit.mend;

import th.oit.finding.Source;
import th.oit.text.Words;

/**
 * One thing to be mended.
 *
 * @param at the place that findings about it name
 * @param start where it stands in the text of the file, with LF for line ends, from 0
 * @param before as it is written
 * @param after as it is to be written
 * @param why what is mended
 */
public record Mend(Source at, int start, String before, String after, Words why) {}
