package th.oit.baseline;

import java.time.LocalDate;
import th.oit.finding.Finding;

/**
 * A finding that somebody knew of and put off: it is shown, and closes no gate.
 *
 * @param until the last day on which it is put off
 * @param reason why; null when nobody said
 */
public record KnownFinding(Finding finding, LocalDate until, String reason) {}
