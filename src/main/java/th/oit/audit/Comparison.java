package th.oit.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.SourceText;
import th.oit.text.Language;

/**
 * What has changed since an earlier audit of the same site. Immutable.
 *
 * <p>An error is the same when rule, page, item and target are; that its line moved or its words
 * were changed does not make it a new one.
 *
 * @param with the earlier report's file
 * @param day of the earlier audit, as it says; empty when it does not
 * @param broken errors that were not there
 * @param mended errors that are no more
 * @param unchanged how many errors are as they were
 */
public record Comparison(
    String with, String day, List<Change> broken, List<Change> mended, int unchanged) {

  /**
   * One error that came or went.
   *
   * @param page null when none; so is the item
   */
  public record Change(String rule, String page, String item, String target, String message) {
    private String key() {
      return rule + "\n" + page + "\n" + item + "\n" + target;
    }
  }

  public Comparison {
    broken = List.copyOf(broken);
    mended = List.copyOf(mended);
  }

  /**
   * Compares.
   *
   * @param earlier the JSON report of an earlier audit
   * @throws UnusableInput when it is no such report, or of another site
   */
  public static Comparison of(
      SourceText earlier, String url, List<Finding> findings, Language language) {
    Map<?, ?> report = read(earlier);
    Object audit = report.get("audit");
    if (!"audit".equals(report.get("command")) || !(audit instanceof Map<?, ?> said)) {
      throw refused(
          earlier.file(),
          "ไม่ใช่ผลของ oit audit",
          "is not the report of an audit",
          "ใช้ไฟล์ที่ได้จาก oit audit --save หรือ --format json",
          "use what 'oit audit --save' or '--format json' has written");
    }
    if (!url.equals(said.get("url"))) {
      throw refused(
          earlier.file(),
          "เป็นผลของเว็บไซต์ " + said.get("url"),
          "is of the site " + said.get("url"),
          "เลือกผลของ " + url,
          "choose one of " + url);
    }
    Map<String, Change> before = new LinkedHashMap<>();
    if (report.get("findings") instanceof List<?> list) {
      for (Object entry : list) {
        if (entry instanceof Map<?, ?> finding && "error".equals(finding.get("severity"))) {
          Change change =
              new Change(
                  text(finding, "rule"),
                  text(finding, "page"),
                  text(finding, "item"),
                  text(finding, "target"),
                  text(finding, "message"));
          before.put(change.key(), change);
        }
      }
    }
    Map<String, Change> now = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.isError()) {
        Change change =
            new Change(
                finding.rule().id(),
                finding.page(),
                finding.item(),
                finding.target(),
                finding.message().in(language));
        now.put(change.key(), change);
      }
    }
    List<Change> broken = new ArrayList<>(now.values());
    broken.removeIf(change -> before.containsKey(change.key()));
    List<Change> mended = new ArrayList<>(before.values());
    mended.removeIf(change -> now.containsKey(change.key()));
    return new Comparison(
        earlier.file(),
        Objects.toString(said.get("day"), ""),
        broken,
        mended,
        now.size() - broken.size());
  }

  private static String text(Map<?, ?> object, String key) {
    Object value = object.get(key);
    return value == null ? null : value.toString();
  }

  private static UnusableInput refused(
      String file, String th, String en, String hintTh, String hintEn) {
    return new UnusableInput(
        Finding.of(Rule.SOURCE_VALUE, "ไฟล์ " + file + " " + th, file + " " + en)
            .at(Source.of(file))
            .hint(hintTh, hintEn));
  }

  private static Map<?, ?> read(SourceText source) {
    try (JsonParser json = new JsonFactory().createParser(source.text())) {
      json.nextToken();
      if (value(json) instanceof Map<?, ?> object) {
        return object;
      }
      throw refused(
          source.file(), "ไม่ใช่ JSON", "is not a JSON object", "ตรวจชื่อไฟล์", "check its name");
    } catch (JsonProcessingException e) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "อ่าน JSON ใน " + source.file() + " ไม่ได้",
                  source.file() + " is not JSON: " + e.getOriginalMessage())
              .at(
                  e.getLocation() == null
                      ? Source.of(source.file())
                      : new Source(
                          source.file(),
                          e.getLocation().getLineNr(),
                          e.getLocation().getColumnNr()))
              .hint(
                  "ใช้ไฟล์ที่ได้จาก oit audit --save", "use what 'oit audit --save' has written"));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  /** The value at the parser's token: a map, a list, a text, a number's text, or null. */
  private static Object value(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        object.put(name, value(json));
      }
      return object;
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(json));
      }
      return array;
    }
    return json.currentToken() == null || json.currentToken() == JsonToken.VALUE_NULL
        ? null
        : json.getText();
  }
}
