package th.oit.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import th.oit.source.SourceText;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;

/** Words that stand for each other in a search: those that come with the tool, and a site's own. */
record Synonyms(List<List<String>> groups) {
  private static final String FILE = "synonyms.yml";

  /**
   * @param own the groups of the site
   */
  static Synonyms with(List<List<String>> own) {
    List<List<String>> groups = new ArrayList<>(own);
    try (InputStream in = Synonyms.class.getResourceAsStream(FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      YamlNode.Mapping all =
          (YamlNode.Mapping) YamlReader.read(new SourceText("oit:/" + FILE, text));
      YamlNode.Sequence list = (YamlNode.Sequence) all.entries().get("synonyms").value();
      for (YamlNode group : list.values()) {
        groups.add(
            ((YamlNode.Sequence) group)
                .values().stream().map(word -> ((YamlNode.Scalar) word).text()).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Synonyms(List.copyOf(groups));
  }
}
