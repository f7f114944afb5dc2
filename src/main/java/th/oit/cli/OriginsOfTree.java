package th.oit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.document.DocumentReader;
import th.oit.finding.Origins;
import th.oit.finding.Source;
import th.oit.render.Sink;
import th.oit.work.Workers;

/**
 * The way back from a tree that was made before: the site is rendered again, and what comes out
 * with the very bytes that stand in the tree was written where its twin was.
 */
final class OriginsOfTree implements Origins {
  private final Set<String> same = ConcurrentHashMap.newKeySet();
  private final Origins twin;

  /**
   * Renders the site and compares.
   *
   * @param tree the folder that is judged
   * @param remembers whether to use what earlier runs have kept
   */
  OriginsOfTree(
      Workshop workshop, Path tree, DocumentReader documents, Workers workers, boolean remembers) {
    Sink compare =
        new Sink() {
          @Override
          public void write(String output, byte[] bytes) {
            Path file = tree.resolve(output);
            try {
              if (Files.isRegularFile(file)
                  && Files.size(file) == bytes.length
                  && Arrays.equals(Files.readAllBytes(file), bytes)) {
                same.add(output);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }

          @Override
          public void copy(String output, Path from) {
            same.add(output);
          }
        };
    this.twin =
        remembers
            ? workshop.render(compare, documents, workers)
            : workshop.render(compare, documents, workers, null);
  }

  @Override
  public Optional<Source> of(String page, String key, int occurrence) {
    return same.contains(page) ? twin.of(page, key, occurrence) : Optional.empty();
  }

  @Override
  public boolean knowsEveryPage() {
    return false;
  }
}
