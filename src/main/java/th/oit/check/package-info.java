/**
 * Judges a finished tree as a stranger would meet it: the links, the evidence, and the gate that
 * decides item by item whether the site may go out.
 *
 * <p>Reads the bytes on the disk and nothing else. What the pages show they say themselves, in
 * their {@code data-oit-…} attributes; the model and the renderer are unknown here, so that their
 * faults cannot hide.
 */
package th.oit.check;
