package th.oit.serve;

import java.util.List;
import th.oit.finding.Finding;
import th.oit.text.Words;

/** Is told what happens while a site is served. Called by the threads that do it. */
public interface Witness {
  /**
   * A new edition can be seen.
   *
   * @param files how many it has
   * @param changed how many of these are others than before; all of them in the first
   */
  void made(int files, int changed, long millis);

  /**
   * The site cannot be made as its files stand.
   *
   * @param other what is wrong when it is not the files; else null
   */
  void unusable(List<Finding> findings, Words other);

  /** An edition was judged. */
  void judged(Studio.Judgement judgement);

  /** Something of the program failed. */
  void fault(Exception fault);
}
