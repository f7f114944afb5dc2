/**
 * {@code site-config.yml}: the organisation, its departments, the assessment, the menu and the
 * checks.
 *
 * <p>Only reads and holds; what a setting causes is for the rooms that use it. An unknown key is a
 * finding.
 */
package th.oit.config;
