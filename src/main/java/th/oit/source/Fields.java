package th.oit.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.NearMatch;
import th.oit.text.ThaiDate;
import th.oit.text.ThaiDigits;
import th.oit.text.Words;

/**
 * The fields of a YAML mapping, asked for by name and type.
 *
 * <p>What is wrong is added to the findings and an empty value returned, so that one reading
 * reports every mistake. After the last question {@link #refuseOthers()} reports the keys that
 * nobody asked for. Not thread-safe.
 */
public final class Fields {
  private final YamlNode.Mapping mapping;
  private final Findings findings;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(YamlNode.Mapping mapping, Findings findings) {
    this.mapping = mapping;
    this.findings = findings;
  }

  /** The fields of a node; none, with a finding, when the node is not a mapping. */
  public static Fields of(YamlNode node, Findings findings) {
    if (node instanceof YamlNode.Mapping mapping) {
      return new Fields(mapping, findings);
    }
    findings.add(
        Finding.of(
                Rule.SOURCE_VALUE,
                "ตรงนี้ต้องเป็นรายการแบบ ชื่อ: ค่า",
                "expected 'name: value' lines here")
            .at(node.at()));
    return new Fields(new YamlNode.Mapping(node.at(), Map.of()), findings);
  }

  /** Where the mapping begins. */
  public Source at() {
    return mapping.at();
  }

  /** Where a key's value stands; the mapping itself when the key is absent. */
  public Source at(String key) {
    YamlNode.Entry entry = mapping.entries().get(key);
    return entry == null ? mapping.at() : entry.value().at();
  }

  /** Where a key stands; the mapping itself when it is absent. */
  public Source keyAt(String key) {
    YamlNode.Entry entry = mapping.entries().get(key);
    return entry == null ? mapping.at() : entry.keyAt();
  }

  /** The keys in the order of the file; for mappings whose keys are names chosen by the writer. */
  public Set<String> names() {
    known.addAll(mapping.entries().keySet());
    return mapping.entries().keySet();
  }

  public boolean has(String key) {
    return node(key).isPresent();
  }

  /** The value as it stands, whatever its shape; empty when absent or null. */
  public Optional<YamlNode> node(String key) {
    known.add(key);
    YamlNode.Entry entry = mapping.entries().get(key);
    if (entry == null || entry.value() instanceof YamlNode.Scalar scalar && scalar.missing()) {
      return Optional.empty();
    }
    return Optional.of(entry.value());
  }

  public Optional<String> text(String key) {
    return scalar(key).map(scalar -> scalar.text().strip());
  }

  /** A text that must be there; empty string, with a finding, when it is not. */
  public String requiredText(String key) {
    require(key);
    return text(key).orElse("");
  }

  /** Reports the key as missing when it is. */
  public void require(String key) {
    if (node(key).isEmpty()) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "ขาด \"" + key + "\" ซึ่งต้องกรอก",
                  "the required key '" + key + "' is missing")
              .at(keyAt(key))
              .about(key));
    }
  }

  public Optional<Boolean> flag(String key) {
    return scalar(key)
        .flatMap(
            scalar ->
                switch (scalar.text().strip().toLowerCase(Locale.ROOT)) {
                  case "true", "yes" -> Optional.of(true);
                  case "false", "no" -> Optional.of(false);
                  default -> refuse(scalar, "ต้องเป็น true หรือ false", "expected true or false");
                });
  }

  public Optional<Integer> integer(String key) {
    return scalar(key).flatMap(this::integer);
  }

  /** The scalar as a whole number, in either digits. */
  public Optional<Integer> integer(YamlNode.Scalar scalar) {
    try {
      return Optional.of(Integer.parseInt(ThaiDigits.toArabic(scalar.text().strip())));
    } catch (NumberFormatException e) {
      return refuse(scalar, "ต้องเป็นตัวเลขจำนวนเต็ม", "expected a whole number");
    }
  }

  public Optional<Double> number(String key) {
    return scalar(key)
        .flatMap(
            scalar -> {
              try {
                return Optional.of(Double.parseDouble(ThaiDigits.toArabic(scalar.text().strip())));
              } catch (NumberFormatException e) {
                return refuse(scalar, "ต้องเป็นตัวเลข", "expected a number");
              }
            });
  }

  /** A day, in either era. */
  public Optional<LocalDate> date(String key) {
    return scalar(key)
        .flatMap(
            scalar -> {
              Optional<LocalDate> day = ThaiDate.parse(scalar.text());
              return day.isPresent()
                  ? day
                  : refuse(
                      scalar,
                      "ต้องเป็นวันที่แบบ ปี-เดือน-วัน เช่น 2567-04-10",
                      "expected a date such as 2567-04-10 or 2024-04-10");
            });
  }

  /** A text that something else knows how to read. */
  public <T> Optional<T> parsed(String key, Function<String, Optional<T>> parser, Words expected) {
    return scalar(key)
        .flatMap(
            scalar -> {
              Optional<T> value = parser.apply(scalar.text());
              return value.isPresent() ? value : refuse(scalar, expected.th(), expected.en());
            });
  }

  /** One of the names of an enum, written in lower case with {@code -} for {@code _}. */
  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return scalar(key).flatMap(scalar -> choice(scalar, type));
  }

  /** As {@link #choice(String, Class)}, of a scalar already at hand. */
  public <E extends Enum<E>> Optional<E> choice(YamlNode.Scalar scalar, Class<E> type) {
    String written = scalar.text().strip();
    List<String> allowed = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(written)) {
        return Optional.of(constant);
      }
      allowed.add(name);
    }
    String list = String.join(", ", allowed);
    return refuse(scalar, "ต้องเป็นค่าใดค่าหนึ่งใน: " + list, "expected one of: " + list);
  }

  /** A list of scalars; a single scalar counts as a list of one. */
  public List<YamlNode.Scalar> scalars(String key) {
    List<YamlNode.Scalar> scalars = new ArrayList<>();
    for (YamlNode value : nodes(key)) {
      if (value instanceof YamlNode.Scalar scalar) {
        scalars.add(scalar);
      } else {
        refuse(value, "ต้องเป็นข้อความ", "expected a text");
      }
    }
    return scalars;
  }

  public List<String> texts(String key) {
    return scalars(key).stream().map(scalar -> scalar.text().strip()).toList();
  }

  /** The mapping under a key; empty when absent. */
  public Optional<Fields> fields(String key) {
    return node(key).map(node -> of(node, findings));
  }

  /** A list of mappings. */
  public List<Fields> list(String key) {
    return nodes(key).stream().map(node -> of(node, findings)).toList();
  }

  /** The fields of a node that was found under one of these, with the same findings. */
  public Fields inner(YamlNode node) {
    return of(node, findings);
  }

  /** The values of a list, whatever their shape; a single value counts as a list of one. */
  public List<YamlNode> nodes(String key) {
    return node(key)
        .map(node -> node instanceof YamlNode.Sequence list ? list.values() : List.of(node))
        .orElse(List.of());
  }

  private Optional<YamlNode.Scalar> scalar(String key) {
    Optional<YamlNode> node = node(key);
    if (node.isPresent() && !(node.get() instanceof YamlNode.Scalar)) {
      return refuse(
          node.get(), "\"" + key + "\" ต้องเป็นค่าเดียว", "'" + key + "' takes one value");
    }
    return node.map(YamlNode.Scalar.class::cast);
  }

  /** Adds a finding about a value and returns nothing in its place. */
  public <T> Optional<T> refuse(YamlNode value, String th, String en) {
    String written = value instanceof YamlNode.Scalar scalar ? scalar.text().strip() : "";
    findings.add(
        Finding.of(
                Rule.SOURCE_VALUE,
                written.isEmpty() ? th : "\"" + written + "\" ใช้ไม่ได้: " + th,
                written.isEmpty() ? en : "'" + written + "' cannot be used: " + en)
            .at(value.at())
            .about(written.isEmpty() ? null : written));
    return Optional.empty();
  }

  /** Reports every key that was not asked for, with the nearest one that is known. */
  public void refuseOthers() {
    for (Map.Entry<String, YamlNode.Entry> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      if (!known.contains(key)) {
        Words hint =
            NearMatch.of(key, known)
                .map(
                    near ->
                        Words.of("น่าจะหมายถึง \"" + near + "\"", "did you mean '" + near + "'?"))
                .orElseGet(
                    () -> {
                      String list = known.stream().sorted().collect(Collectors.joining(", "));
                      return Words.of("ที่ใช้ได้คือ " + list, "known here: " + list);
                    });
        findings.add(
            Finding.of(Rule.SOURCE_KEY, "ไม่รู้จัก \"" + key + "\"", "unknown key '" + key + "'")
                .at(entry.getValue().keyAt())
                .about(key)
                .hint(hint));
      }
    }
  }
}
