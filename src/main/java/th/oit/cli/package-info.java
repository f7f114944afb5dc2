/**
 * The commands: reading arguments, wiring the rooms together, progress, printing and exit codes.
 *
 * <p>The only room that prints, reads arguments and exits. What a command finds out is decided
 * elsewhere.
 */
package th.oit.cli;
