package th.oit.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import th.oit.schema.Scalar.Choice;
import th.oit.source.YamlNode;
import th.oit.text.ThaiDate;

/**
 * What may stand at a place: a single value, a mapping, a list, or any of these for which there is
 * a shape.
 *
 * @param scalar null where no single value may stand
 * @param mapping null where no mapping may stand
 * @param entries the shape of the entries of a list; null where no list may stand
 * @param again the name of the mapping around this place whose shape this is; else null
 */
public record Shape(Scalar scalar, Mapping mapping, Shape entries, String again) {
  /** A digit, in either script: the readers take both. */
  static final String DIGIT = "[0-9๐-๙]";

  private static final String FLAG = "[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo]";

  static Shape text(String... examples) {
    return of(Scalar.Kind.TEXT, List.of(), null, null, null, examples);
  }

  /** A text, or a list of texts, of no certain meaning. */
  public static Shape anyText() {
    return oneOrMore(text());
  }

  static Shape place(String... examples) {
    return of(Scalar.Kind.PLACE, List.of(), null, null, null, examples);
  }

  static Shape form(String pattern, String... examples) {
    return of(Scalar.Kind.FORM, List.of(), pattern, null, null, examples);
  }

  static Shape choice(Choice... choices) {
    return choice(Arrays.asList(choices));
  }

  static Shape choice(List<Choice> choices) {
    return of(Scalar.Kind.CHOICE, choices, null, null, null);
  }

  static Shape flag() {
    return of(Scalar.Kind.FLAG, List.of(), FLAG, null, null);
  }

  /** Whether, or in which place. */
  static Shape rank() {
    return of(Scalar.Kind.RANK, List.of(), FLAG + "|[1-9๑-๙]" + DIGIT + "{0,3}", 1, 9999, "1");
  }

  static Shape whole(Integer least, String... examples) {
    return of(Scalar.Kind.WHOLE, List.of(), "[-+]?" + DIGIT + "{1,9}", least, null, examples);
  }

  static Shape number(String... examples) {
    return of(
        Scalar.Kind.NUMBER,
        List.of(),
        "[-+]?" + DIGIT + "+(?:\\." + DIGIT + "+)?",
        null,
        null,
        examples);
  }

  static Shape score() {
    return of(
        Scalar.Kind.NUMBER,
        List.of(),
        "(?:" + DIGIT + "{1,2}|[1๑][0๐]{2})(?:\\." + DIGIT + "{1,6})?",
        0,
        100,
        "84.27");
  }

  static Shape day() {
    return of(
        Scalar.Kind.DAY,
        List.of(),
        DIGIT
            + "{4}-(?:[0๐]?[1-9๑-๙]|[1๑][0-2๐-๒])-(?:[0๐]?[1-9๑-๙]|[12๑๒]"
            + DIGIT
            + "|[3๓][01๐๑])",
        null,
        null,
        "2567-04-10");
  }

  static Shape writtenDay() {
    List<String> months = new ArrayList<>();
    for (int i = 0; i < ThaiDate.MONTHS.size(); i++) {
      months.add(ThaiDate.MONTHS.get(i));
      months.add(ThaiDate.SHORT_MONTHS.get(i).replace(".", "\\.?\\s?"));
    }
    String era = "(?:[พค]\\.?\\s?ศ\\.?)?";
    String d = DIGIT;
    return of(
        Scalar.Kind.WRITTEN_DAY,
        List.of(),
        "(?:วันที่)?\\s*(?:"
            + (d + "{4}-" + d + "{1,2}-" + d + "{1,2}")
            + ("|" + d + "{1,2}\\s*(?:เดือน)?\\s*(?:" + String.join("|", months) + ")")
            + ("\\s*" + era + "\\s*(?:" + d + "{4}|" + d + "{2})")
            + ("|" + d + "{1,2}([/.-])" + d + "{1,2}\\1(?:" + d + "{4}|" + d + "{2})")
            + ")",
        null,
        null,
        "2567-04-10",
        "10 เม.ย. 2567");
  }

  static Shape year() {
    return of(Scalar.Kind.YEAR, List.of(), "[2๒][45๔๕]" + DIGIT + "{2}", 2400, 2599, "2567");
  }

  static Shape item() {
    return of(
        Scalar.Kind.ITEM,
        List.of(),
        "(?:ข้อ(?:ที่)?\\s*(?:[oO0๐]\\s?)?|[oO0๐]\\s?)[0๐]?[1-9๑-๙]" + DIGIT + "?",
        null,
        null,
        "O14");
  }

  static Shape time(String... examples) {
    return of(
        Scalar.Kind.TIME,
        List.of(),
        DIGIT + "{1,9}(?:\\." + DIGIT + "{1,3})?\\s*(?:[Mm]?[Ss]|[Mm]|[Hh]|วินาที|นาที|ชั่วโมง|)",
        0,
        null,
        examples);
  }

  /** The number of something of which there are never a hundred. */
  static Shape small(String... examples) {
    return of(Scalar.Kind.WHOLE, List.of(), "[1-9๑-๙]" + DIGIT + "?", 1, 99, examples);
  }

  static Shape mapping(Mapping mapping) {
    return new Shape(null, mapping, null, null);
  }

  static Shape mapping(Mapping.Key... keys) {
    return mapping(Mapping.of(keys));
  }

  /** A mapping whose keys the writer names. */
  static Shape named(Shape values) {
    return mapping(new Mapping(null, List.of(), values, List.of()));
  }

  static Shape list(Shape entries) {
    return new Shape(null, null, entries, null);
  }

  /** The mapping of this name, around this place. */
  static Shape again(String name) {
    return new Shape(null, null, null, name);
  }

  /** One such value, or a list of them. */
  static Shape oneOrMore(Shape value) {
    return new Shape(value.scalar, value.mapping, value, null);
  }

  /** A text, or a mapping that says more. */
  static Shape textOr(Mapping mapping) {
    return new Shape(text().scalar, mapping, null, null);
  }

  /** A file or page, or a mapping that says more. */
  static Shape placeOr(Mapping mapping) {
    return new Shape(place().scalar, mapping, null, null);
  }

  private static Shape of(
      Scalar.Kind kind,
      List<Choice> choices,
      String pattern,
      Integer least,
      Integer most,
      String... examples) {
    return new Shape(
        new Scalar(kind, choices, pattern, least, most, Arrays.asList(examples)), null, null, null);
  }

  /**
   * Shows every single value of a file with what belongs there, as far as the file is of this
   * shape.
   */
  public void visit(YamlNode node, BiConsumer<Scalar, YamlNode.Scalar> visitor) {
    visit(node, visitor, new HashMap<>());
  }

  private void visit(
      YamlNode node, BiConsumer<Scalar, YamlNode.Scalar> visitor, Map<String, Mapping> around) {
    Mapping here = again == null ? mapping : around.get(again);
    if (node instanceof YamlNode.Scalar written) {
      if (scalar != null && !written.missing()) {
        visitor.accept(scalar, written);
      }
    } else if (node instanceof YamlNode.Sequence list) {
      if (entries != null) {
        list.values().forEach(value -> entries.visit(value, visitor, around));
      }
    } else if (here == null && entries != null) {
      entries.visit(node, visitor, around); // readers take a mapping for a list of one
    } else if (node instanceof YamlNode.Mapping written && here != null) {
      if (here.name() != null) {
        around.put(here.name(), here);
      }
      written
          .entries()
          .forEach(
              (key, entry) -> {
                Shape inner = here.key(key).map(Mapping.Key::shape).orElse(here.others());
                if (inner != null) {
                  inner.visit(entry.value(), visitor, around);
                }
              });
    }
  }
}
