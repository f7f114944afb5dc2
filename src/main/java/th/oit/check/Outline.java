package th.oit.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import th.oit.text.UrlPath;

/**
 * What stands on a page, in document order, and which stretch of it each place covers. Immutable.
 *
 * @param title the page's own heading; empty when it has none
 * @param parts everything that shows, flat
 * @param whole what is the page's own: its body where it is an item's, else its main part
 * @param places by id: of a heading, its section; of anything else, what it encloses
 * @param sections of all headings, the inner ones before those that enclose them
 */
record Outline(
    String page,
    String title,
    List<Part> parts,
    Span whole,
    Map<String, Span> places,
    List<Span> sections) {

  /** One thing on a page. */
  sealed interface Part {}

  record Heading(String text) implements Part {}

  /**
   * A paragraph, an entry of a list, or other running text.
   *
   * @param entry whether it stands in a list
   * @param times what the page itself marks as dates
   */
  record Text(String text, boolean entry, List<LocalDate> times) implements Part {}

  record Tabular(PageTable table) implements Part {}

  record Link(String href, String text) implements Part {}

  record Picture(String src, String alt) implements Part {}

  /** A drawing, or a page of others shown in a frame. */
  record Drawing() implements Part {}

  /** A form in which something can be written. */
  record Form() implements Part {}

  /**
   * One of a list of people.
   *
   * @param picture whether there is one
   * @param described whether the picture has a text in its place
   * @param contact whether there is a number, an address or a link
   */
  record Person(String name, String position, boolean picture, boolean described, boolean contact)
      implements Part {}

  /** A stretch of the parts, the end not included. */
  record Span(int from, int to) {
    boolean isEmpty() {
      return from >= to;
    }
  }

  Outline {
    parts = List.copyOf(parts);
    places = Map.copyOf(places);
    sections = List.copyOf(sections);
  }

  /** What a fragment names; null when the page has no such place. */
  Span place(String fragment) {
    if (fragment == null || fragment.isEmpty()) {
      return whole;
    }
    Span place = places.get(fragment);
    if (place == null) {
      place = places.get(UrlPath.decodeAll(fragment));
    }
    return place == null && fragment.equalsIgnoreCase("top") ? whole : place;
  }

  List<Part> in(Span span) {
    return parts.subList(span.from(), span.to());
  }

  /** The place with the section in which it stands: what is said around a table belongs to it. */
  Span around(Span span) {
    for (Span section : sections) {
      if (section.from() < span.from() && section.to() >= span.to()) {
        return section;
      }
    }
    return span.from() >= whole.from() && span.to() <= whole.to() ? whole : span;
  }
}
