package th.oit.serve;

import java.util.List;
import th.oit.finding.Finding;
import th.oit.text.Words;

/**
 * What there is to be seen at a moment. Immutable.
 *
 * @param edition the last site that could be made; null when none could be yet
 * @param trouble why no newer one can be made; null when the edition is of the files as they stand
 * @param judgement of the last edition that was judged; null when none was yet
 * @param judging whether a judgement of the edition is still to come
 * @param unjudged why the edition could not be judged; null when it could
 */
record State(
    Edition edition, Trouble trouble, Studio.Judgement judgement, boolean judging, Words unjudged) {
  static final State NOTHING = new State(null, null, null, false, null);

  /**
   * Why a site cannot be made.
   *
   * @param findings what is wrong with its files; empty when it is something else
   * @param other what else is wrong; null when it is the files
   */
  record Trouble(List<Finding> findings, Words other) {
    Trouble {
      findings = List.copyOf(findings);
    }
  }

  State with(Edition next) {
    return new State(next, null, judgement, true, null);
  }

  State in(Trouble now) {
    return new State(edition, now, judgement, false, unjudged);
  }

  State judged(Studio.Judgement next) {
    return new State(edition, trouble, next, false, null);
  }

  State notJudged(Words why) {
    return new State(edition, trouble, judgement, false, why);
  }
}
