package th.oit.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import th.oit.source.SourceText;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;
import th.oit.text.Words;

/** The words of the templates that a site says in its own way. */
final class WordsShape {
  private static final String FILE = "/templates/words.%s.yml";

  private WordsShape() {}

  /** The words are those of the tool's own files, which say also what each of them is. */
  static Schema schema() {
    YamlNode.Mapping thai = words("th");
    YamlNode.Mapping english = words("en");
    List<Mapping.Key> keys = new ArrayList<>();
    for (String name : thai.entries().keySet()) {
      Words says = Words.of(text(thai, name), text(english, name));
      keys.add(new Mapping.Key(name, Shape.text(), says, false, null));
    }
    return Schema.of(
        "words",
        "คำในแม่แบบที่หน่วยงานใช้คำของตนเอง",
        "words of the templates in your own way",
        List.of("templates/words.th.yml", "templates/words.en.yml"),
        Shape.mapping(new Mapping(null, keys, null, List.of())));
  }

  private static String text(YamlNode.Mapping words, String name) {
    return ((YamlNode.Scalar) words.entries().get(name).value()).text().strip();
  }

  private static YamlNode.Mapping words(String language) {
    String file = FILE.formatted(language);
    try (InputStream in = WordsShape.class.getResourceAsStream(file)) {
      return (YamlNode.Mapping) YamlReader.read(SourceText.decode(in.readAllBytes(), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
