/**
 * What each kind of file that an office writes may hold: its keys, what they mean in Thai and
 * English, and the form of their values; as JSON Schema for editors, and as a map by which a file
 * is walked through value by value.
 *
 * <p>The readers decide what is right. What stands here is held to them by a test that tries both
 * on the same files; nothing here reads or judges a site.
 */
package th.oit.schema;
