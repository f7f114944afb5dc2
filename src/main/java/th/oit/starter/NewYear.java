package th.oit.starter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import th.oit.catalog.Catalog;
import th.oit.catalog.Element;
import th.oit.catalog.Item;
import th.oit.content.ContentPage;
import th.oit.content.ItemPart;
import th.oit.explain.Example;
import th.oit.text.ItemCode;

/**
 * The pages of a new year, all of them drafts: facts that hold in any year are carried over from
 * the year before, by what the lists say an item is about; everything else is prepared anew.
 *
 * @param texts the files to write, by their path in the site's folder
 * @param copies files to lay beside carried pages: the new path to the old one, both in the site's
 *     folder
 * @param carried which items were carried over, with that from which they come
 */
public record NewYear(
    Map<String, String> texts, Map<String, String> copies, Map<ItemCode, ItemCode> carried) {
  /** Front matter that a carried page keeps; what is tied to a year or an address it does not. */
  private static final Set<String> KEPT =
      Set.of("title", "department", "supervisor", "preparer", "summary", "every");

  /**
   * Prepares the pages of a year.
   *
   * @param pages the pages of the former year by item
   * @param sources their texts with LF for line ends, by item
   * @param beside the other files of their folders, below {@code content/}, by item
   */
  public static NewYear of(
      Catalog catalog,
      Catalog former,
      Map<ItemCode, ContentPage> pages,
      Map<ItemCode, String> sources,
      Map<ItemCode, List<String>> beside,
      List<String> departments) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> copies = new LinkedHashMap<>();
    Map<ItemCode, ItemCode> carried = new LinkedHashMap<>();
    for (Item item : catalog.items()) {
      List<Item> before = sameTopics(item, former, pages);
      String keeper = StarterSite.keeper(item, departments);
      if (!before.isEmpty() && isCarried(item, before.get(0))) {
        Item from = before.get(0);
        carried.put(item.code(), from.code());
        String folder = "content/oit/" + catalog.year() + "/" + item.code().slug() + "/";
        texts.put(
            folder + "index.md",
            page(catalog, former, item, before, pages.get(from.code()), sources.get(from.code())));
        String old = "content/oit/" + former.year() + "/" + from.code().slug() + "/";
        for (String file : beside.getOrDefault(from.code(), List.of())) {
          copies.put(folder + file.substring(old.length()), file);
        }
      } else {
        String note =
            before.isEmpty()
                ? ""
                : "ปี "
                    + former.year()
                    + " เรื่องนี้อยู่ที่ "
                    + places(former, before)
                    + " ใช้เป็นแบบได้ แต่ข้อมูลต้องเป็นของปีที่ประเมินนี้\n";
        texts.putAll(Example.toFill(catalog, item, keeper, note).texts());
      }
    }
    return new NewYear(texts, copies, carried);
  }

  /** The former items about the same, of which there are pages, in the order of the topics. */
  private static List<Item> sameTopics(
      Item item, Catalog former, Map<ItemCode, ContentPage> pages) {
    Set<Item> same = new LinkedHashSet<>();
    for (String topic : item.topics()) {
      for (Item old : former.items()) {
        if (old.topics().contains(topic) && pages.containsKey(old.code())) {
          same.add(old);
        }
      }
    }
    return List.copyOf(same);
  }

  /** Whether what was true last year may be so still: neither list asks for data of a year. */
  private static boolean isCarried(Item item, Item from) {
    return item.period().acceptsAnyYear() && from.period().acceptsAnyYear();
  }

  private static String places(Catalog former, List<Item> items) {
    return String.join(
        ", ",
        items.stream()
            .map(old -> "content/oit/" + former.year() + "/" + old.code().slug() + "/index.md")
            .toList());
  }

  private static String page(
      Catalog catalog,
      Catalog former,
      Item item,
      List<Item> before,
      ContentPage old,
      String source) {
    StringBuilder out = new StringBuilder("---\nitem: ").append(item.code()).append('\n');
    int end = source.indexOf("\n---", 3);
    String front = end < 0 ? "" : source.substring(4, end + 1);
    String body = end < 0 ? source : source.substring(source.indexOf('\n', end + 1) + 1);
    evidenceAndKept(front, out);
    out.append("status: draft       # ลบบรรทัดนี้เมื่อตรวจแล้วว่ายังถูกต้อง\n");
    out.append("updated:            # วันที่ตรวจว่าข้อมูลเป็นปัจจุบัน เช่น ");
    out.append(catalog.year()).append("-04-10\n");
    List<Element> missing = elements(item, former, old, out);
    out.append("---\n\n<!-- ยกมาจากปี ").append(former.year()).append(" ข้อ ");
    out.append(before.get(0).code());
    out.append(
        ": ต้องตรวจว่าทุกอย่างยังถูกต้อง แก้ชื่อ วันที่ และปีที่เปลี่ยนไป ใส่วันที่ใน updated: แล้วลบ status: draft");
    if (before.size() > 1) {
      out.append("\nข้อนี้รวมเรื่องที่ปีก่อนอยู่ที่ ");
      out.append(places(former, before.subList(1, before.size()))).append(" ด้วย");
    }
    out.append(" -->\n\n");
    out.append(ofOldFolder(body.strip(), former)).append('\n');
    for (Element element : missing) {
      out.append("\n## ").append(Example.headingOf(element)).append(" {#").append(element.id());
      out.append("}\n\n<!-- ปีนี้ข้อนี้ต้องแสดงเพิ่ม: ").append(element.text()).append(" -->\n");
    }
    return out.toString();
  }

  /** Copies what is kept of the front matter, with its comments, line by line. */
  private static void evidenceAndKept(String front, StringBuilder out) {
    boolean keeping = false;
    for (String line : front.split("\n")) {
      if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
        String key = line.substring(0, Math.max(0, line.indexOf(':')));
        keeping = KEPT.contains(key) || key.equals("evidence");
      } else if (line.startsWith("#")) {
        keeping = false;
      }
      if (keeping) {
        out.append(line).append('\n');
      }
    }
  }

  /** Writes where the elements are; those that the former page does not show come back. */
  private static List<Element> elements(
      Item item, Catalog former, ContentPage old, StringBuilder out) {
    List<Element> missing = new ArrayList<>();
    out.append("elements:\n");
    for (Element element : item.elements()) {
      Optional<ItemPart.ElementPlaces> known =
          old.item().elements().stream().filter(e -> e.id().equals(element.id())).findFirst();
      if (known.isPresent() && !known.get().places().isEmpty()) {
        List<String> places =
            known.get().places().stream()
                .map(place -> Template.quoted(ofOldFolder(place.target(), former)))
                .toList();
        out.append("  ").append(element.id()).append(": [");
        out.append(String.join(", ", places)).append("]\n");
      } else if (element.required()) {
        missing.add(element);
        out.append("  ").append(element.id()).append(": '#").append(element.id()).append("'\n");
      }
    }
    return missing;
  }

  /** Links to neighbours lead to the folder of the former year, where those stand. */
  private static String ofOldFolder(String text, Catalog former) {
    String there = "../../" + former.year() + "/";
    return text.replaceAll("\\]\\(\\.\\./(?!\\.\\./)", "](" + there)
        .replaceAll("^\\.\\./(?!\\.\\./)", there);
  }
}
