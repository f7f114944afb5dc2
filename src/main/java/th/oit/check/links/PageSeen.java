package th.oit.check.links;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import th.oit.check.links.PageLinks.Kind;
import th.oit.store.Packer;
import th.oit.store.Unpacker;

/**
 * What was found in a page, without the page: what it points at, and what in it can be pointed at.
 * Immutable.
 *
 * @param ids everything that a fragment can name, in document order
 * @param duplicates the ids that an element before has, as often as they stand there again
 * @param maps the names of image maps
 * @param base the first {@code <base href>}; null when there is none
 */
record PageSeen(
    Set<String> ids, List<String> duplicates, Set<String> maps, String base, List<Link> links) {

  /**
   * A link.
   *
   * @param raw as written; null when its attribute is not there at all
   * @param element the name of the element at which it stands
   * @param sent whether it is where a form goes
   */
  record Link(String raw, Kind kind, String element, boolean sent) {}

  private static final Kind[] KINDS = Kind.values();

  static PageSeen of(PageLinks found) {
    List<Link> links = new ArrayList<>(found.links.size());
    for (PageLinks.Link link : found.links) {
      boolean sent = "action".equals(link.attribute()) || "formaction".equals(link.attribute());
      links.add(new Link(link.raw(), link.kind(), link.element().normalName(), sent));
    }
    List<String> duplicates = new ArrayList<>(found.duplicates.size());
    found.duplicates.forEach(element -> duplicates.add(element.attributes().get("id")));
    return new PageSeen(found.ids, duplicates, found.maps, found.base, links);
  }

  void pack(TextTable texts, Packer out) {
    out.number(ids.size());
    ids.forEach(id -> out.number(texts.number(id)));
    out.texts(duplicates).texts(maps).text(base).number(links.size());
    for (Link link : links) {
      out.number(texts.number(link.raw())).number(texts.number(link.element()));
      out.number(link.kind().ordinal() * 2 + (link.sent() ? 1 : 0));
    }
  }

  static PageSeen unpack(TextTable texts, Unpacker in) {
    int count = in.number();
    Set<String> ids = new LinkedHashSet<>(count * 2);
    for (int i = 0; i < count; i++) {
      ids.add(texts.text(in.number()));
    }
    List<String> duplicates = in.texts();
    Set<String> maps = new LinkedHashSet<>(in.texts());
    String base = in.text();
    count = in.number();
    List<Link> links = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String raw = texts.text(in.number());
      String element = texts.text(in.number());
      int kind = in.number();
      links.add(new Link(raw, KINDS[kind / 2], element, (kind & 1) != 0));
    }
    return new PageSeen(ids, duplicates, maps, base, links);
  }
}
