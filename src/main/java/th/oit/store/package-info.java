/**
 * Writing values into a compact file of bytes and reading them again: numbers, texts, prints,
 * stamps. What is damaged, half written, or of another version reads as nothing.
 *
 * <p>Knows nothing of what the values mean: each room packs its own.
 */
package th.oit.store;
