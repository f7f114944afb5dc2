package th.oit.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import th.oit.TestSite;
import th.oit.document.DocumentReader;
import th.oit.work.Workers;

/**
 * What a site becomes, held in memory.
 *
 * @param files every output by its path
 */
record Rendered(Map<String, byte[]> files, SourceMap origins) {

  /** Writes the files of a text into a folder, with the shortest configuration, and renders it. */
  static Rendered of(Path folder, String files) {
    return of(TestSite.of(folder, TestSite.CONFIG + files), 1);
  }

  static Rendered of(TestSite site, int threads) {
    Map<String, byte[]> files = Collections.synchronizedMap(new TreeMap<>());
    Sink sink =
        new Sink() {
          @Override
          public void write(String output, byte[] bytes) {
            if (files.put(output, bytes) != null) {
              throw new IllegalStateException("written twice: " + output);
            }
          }

          @Override
          public void copy(String output, Path from) {
            try {
              write(output, Files.readAllBytes(from));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    try (Workers workers = new Workers(threads)) {
      SourceMap origins =
          SiteRenderer.render(
              site.site(),
              site.content(),
              site.folder(),
              new DocumentReader(),
              "oit test",
              workers,
              sink);
      return new Rendered(files, origins);
    }
  }

  String text(String output) {
    byte[] bytes = files.get(output);
    if (bytes == null) {
      throw new AssertionError("no " + output + " among " + files.keySet());
    }
    return new String(bytes, UTF_8);
  }

  Document html(String output) {
    return Jsoup.parse(text(output));
  }
}
