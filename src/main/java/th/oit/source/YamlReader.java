package th.oit.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.text.Words;

/**
 * Reads YAML into nodes that know their line and column.
 *
 * <p>It walks the token stream, for the locations that data binding reports are those of the next
 * token. Anchors, aliases and tags are refused: no file of a site needs them, and without them no
 * small file can grow into a large one. Thread-safe.
 */
public final class YamlReader {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private YamlReader() {}

  /** Reads a whole file. */
  public static YamlNode read(SourceText source) {
    return read(source.text(), source.file(), 0);
  }

  /**
   * Reads a text that begins somewhere inside a file.
   *
   * @param linesBefore how many lines of the file stand before the text
   * @return an empty mapping when the text holds nothing
   * @throws UnusableInput when the text is not YAML, repeats a key, or uses anchors, aliases or
   *     tags
   */
  public static YamlNode read(String text, String file, int linesBefore) {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      Walk walk = new Walk(parser, file, linesBefore);
      if (parser.nextToken() == null) {
        return new YamlNode.Mapping(new Source(file, linesBefore + 1, 1), Map.of());
      }
      YamlNode node = walk.node();
      if (parser.nextToken() != null) {
        throw walk.refused(
            "มีเอกสาร YAML มากกว่าหนึ่งฉบับในไฟล์เดียว", "more than one YAML document in one file");
      }
      return node;
    } catch (JacksonYAMLParseException e) {
      throw syntaxError(e, text, file, linesBefore);
    } catch (JsonProcessingException e) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_YAML,
                  "อ่าน YAML ไม่ได้: " + e.getOriginalMessage(),
                  "not YAML: " + e.getOriginalMessage())
              .at(at(e.getLocation(), file, linesBefore)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnusableInput syntaxError(
      JacksonYAMLParseException e, String text, String file, int linesBefore) {
    Source at = at(e.getLocation(), file, linesBefore);
    String problem = e.getOriginalMessage();
    if (e.getCause() instanceof MarkedYAMLException marked) {
      problem = marked.getProblem() == null ? problem : marked.getProblem();
      // What is never closed is found at the end of the file, and mended where it opens.
      boolean open =
          problem.contains("unexpected end of stream") && marked.getContextMark() != null;
      Mark mark = open ? marked.getContextMark() : marked.getProblemMark();
      if (mark != null) {
        at = new Source(file, linesBefore + mark.getLine() + 1, mark.getColumn() + 1);
      }
    } else if (e.getCause() instanceof ReaderException unreadable) {
      at = firstUnprintable(text, file, linesBefore);
      problem = String.format("U+%04X is not allowed", unreadable.getCodePoint());
    }
    String first = problem.lines().findFirst().orElse(problem);
    String line = lineOf(text, at.line() - linesBefore);
    return new UnusableInput(
        Finding.of(
                Rule.SOURCE_YAML,
                "อ่าน YAML ไม่ได้ที่บรรทัด " + at.line() + " (" + first + ")",
                "not YAML: " + first)
            .at(at)
            .excerpt(line)
            .hint(hint(line, text)));
  }

  private static Source firstUnprintable(String text, String file, int linesBefore) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!StreamReader.isPrintable(text.codePointAt(i))) {
        return new Source(file, linesBefore + line, i - start + 1);
      }
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return Source.of(file);
  }

  private static Words hint(String line, String text) {
    if (text.indexOf('\t') >= 0) {
      return Words.of(
          "ใช้เว้นวรรคแทนแท็บในการย่อหน้า", "indent with spaces: YAML does not allow tabs");
    }
    return Words.of(
        "ตรวจย่อหน้าให้ตรงกัน เว้นวรรคหลังเครื่องหมาย : และถ้าข้อความมี : หรือ # ให้ครอบด้วยเครื่องหมาย '…'",
        "check the indentation, put a space after ':', and quote a text that holds ': ' or ' #'");
  }

  private static String lineOf(String text, int number) {
    return number < 1 ? "" : new SourceText("", text).line(number);
  }

  private static Source at(JsonLocation location, String file, int linesBefore) {
    return location == null
        ? Source.of(file)
        : new Source(file, linesBefore + location.getLineNr(), location.getColumnNr());
  }

  /** One pass over the tokens of one text. */
  private record Walk(YAMLParser parser, String file, int linesBefore) {

    YamlNode node() throws IOException {
      if (parser.isCurrentAlias() || parser.getObjectId() != null) {
        throw refused(
            "ไม่รองรับ & และ * ของ YAML ให้เขียนค่าซ้ำตรง ๆ",
            "anchors and aliases are not read: write the value out");
      }
      if (parser.getTypeId() != null) {
        throw refused("ไม่รองรับแท็ก ! ของ YAML", "tags (!) are not read");
      }
      JsonToken token = parser.currentToken();
      return switch (token) {
        case START_OBJECT -> mapping();
        case START_ARRAY -> sequence();
        case VALUE_NULL -> new YamlNode.Scalar(here(), "", true);
        default -> {
          String text = parser.getText();
          yield new YamlNode.Scalar(here(), text, text.isBlank());
        }
      };
    }

    private YamlNode mapping() throws IOException {
      Source start = here();
      Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        Source keyAt = here();
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
          throw refused("ไม่รองรับ & และ * ของ YAML", "anchors and aliases are not read");
        }
        parser.nextToken();
        YamlNode value = node();
        YamlNode.Entry before = entries.putIfAbsent(key, new YamlNode.Entry(keyAt, value));
        if (before != null) {
          throw new UnusableInput(
              Finding.of(
                      Rule.SOURCE_KEY,
                      "เขียน \""
                          + key
                          + "\" ซ้ำ (เขียนไว้แล้วที่บรรทัด "
                          + before.keyAt().line()
                          + ")",
                      "the key '"
                          + key
                          + "' stands twice (first on line "
                          + before.keyAt().line()
                          + ")")
                  .at(keyAt)
                  .about(key)
                  .hint("เหลือไว้เพียงแห่งเดียว", "keep only one of them"));
        }
      }
      return new YamlNode.Mapping(start, entries);
    }

    private YamlNode sequence() throws IOException {
      Source start = here();
      List<YamlNode> values = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        values.add(node());
      }
      return new YamlNode.Sequence(start, values);
    }

    private Source here() {
      return YamlReader.at(parser.currentTokenLocation(), file, linesBefore);
    }

    UnusableInput refused(String th, String en) {
      return new UnusableInput(Finding.of(Rule.SOURCE_YAML, th, en).at(here()));
    }
  }
}
