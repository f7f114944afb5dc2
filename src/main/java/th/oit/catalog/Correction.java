package th.oit.catalog;

import th.oit.finding.Source;
import th.oit.text.ItemCode;

/**
 * A body's correction of the list: whether an element is required.
 *
 * @param reason why the body knows better
 */
public record Correction(
    ItemCode item, String element, boolean required, String reason, Source at) {}
