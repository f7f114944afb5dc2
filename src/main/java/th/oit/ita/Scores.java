package th.oit.ita;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/** Arithmetic of scores: exact decimals, so that 0.005 rounds as on paper. */
final class Scores {
  static final BigDecimal HUNDRED = new BigDecimal(100);

  private Scores() {}

  /** The mean; empty of nothing. */
  static Optional<BigDecimal> mean(Collection<BigDecimal> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(sum.divide(new BigDecimal(values.size()), MathContext.DECIMAL64));
  }

  /** To two places, halves upward, as results are published. */
  static BigDecimal rounded(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP);
  }

  /** As {@link #rounded}, as text. */
  static String shown(BigDecimal value) {
    return rounded(value).toPlainString();
  }

  /** Whether two numbers are the same but for how far they were rounded or cut off. */
  static boolean near(BigDecimal stated, BigDecimal computed, BigDecimal tolerance) {
    return stated.subtract(computed).abs().compareTo(tolerance) <= 0;
  }
}
