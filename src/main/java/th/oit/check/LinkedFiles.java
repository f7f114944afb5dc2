package th.oit.check;

import java.nio.file.Path;
import java.util.List;
import th.oit.document.DocumentReader;
import th.oit.finding.Finding;

/** Judges files that a page links to, where no list says which of them prove something. */
public final class LinkedFiles {
  private final Evidence evidence;

  /**
   * @param root the tree in which the files stand
   */
  public LinkedFiles(Path root, DocumentReader documents) {
    this.evidence = new Evidence(root, documents);
  }

  /**
   * What is wrong with a file; the findings name neither page nor item.
   *
   * @param href how the file is called in messages
   * @param file in the tree
   */
  public List<Finding> judge(String href, String file) {
    return evidence.judge(
        new PageFacts.FileLink(href, List.of(), null, false),
        new Targets.Target(Targets.Target.Kind.INTERNAL, file, null, true));
  }
}
