/**
 * The terminal player: a lab or script played in a terminal, with its lesson where it has one.
 * Start at {@link vethlab.cli.play.TerminalPlayer}. What is shown is made as lines by the {@code
 * …Pane} classes and put together by {@link vethlab.cli.play.PlayScreen}; {@link
 * vethlab.cli.play.Playing} is what it shows and what keys do to it.
 */
package vethlab.cli.play;
