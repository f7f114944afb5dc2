package th.oit.cli;

import java.io.IOException;
import java.nio.file.Path;
import th.oit.identity.FileTree;

/** By which the very program is recognised that runs: what another one made is made anew. */
final class Tool {
  /** Of the files of which the program consists, by what the file system says of them. */
  static final String IDENTITY = identity();

  private Tool() {}

  private static String identity() {
    StringBuilder identity = new StringBuilder();
    identity.append(System.getProperty("java.vm.version")).append('\n');
    String separator = System.getProperty("path.separator");
    for (String entry : System.getProperty("java.class.path").split(separator)) {
      identity.append(entry).append('=');
      try {
        // In a checkout, where classes stand one by one, this takes some time.
        identity.append(FileTree.of(Path.of(entry), true, 0).map(FileTree::signature).orElse("?"));
      } catch (IOException e) {
        identity.append('?');
      }
      identity.append('\n');
    }
    return identity.toString();
  }
}
