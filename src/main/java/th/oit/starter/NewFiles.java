package th.oit.starter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files that were laid out.
 *
 * @param written their paths below the site's folder, with {@code /}
 * @param kept those that stood already and were left as they were
 */
public record NewFiles(List<String> written, List<String> kept) {
  /** Writes texts as UTF-8 below a folder; leaves every file that stands as it is. */
  public static NewFiles write(Path folder, Map<String, String> texts) throws IOException {
    List<String> written = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = folder.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      try {
        Files.writeString(
            file, text.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        written.add(text.getKey());
      } catch (FileAlreadyExistsException e) {
        kept.add(text.getKey());
      }
    }
    return new NewFiles(List.copyOf(written), List.copyOf(kept));
  }
}
