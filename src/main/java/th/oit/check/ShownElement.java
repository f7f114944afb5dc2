package th.oit.check;

import java.util.List;

/**
 * An element of an item as the published page says it: its text, and where on the site it is shown.
 *
 * @param id as in the list
 * @param text as the page has it
 * @param places in the order of the page
 */
public record ShownElement(String id, String text, List<Place> places) {

  /**
   * A place.
   *
   * @param label the text of the link
   * @param href as a browser reads the attribute, against the page on which it stands
   */
  public record Place(String label, String href) {}

  public ShownElement {
    places = List.copyOf(places);
  }
}
