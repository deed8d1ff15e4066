package vethlab.lab.lesson;

import vethlab.lab.yaml.Problems;

/**
 * Where a fenced block stands in its file.
 *
 * @param line of the fence, from 1
 * @param column of the fence's first character, from 1
 * @param fence how many characters it has
 */
record FencePlace(Problems problems, int line, int column, int fence) {

  /** About the block: told at the word after the fence. */
  void error(String message) {
    problems.error(line, column + fence, message);
  }

  /**
   * About a place in its body.
   *
   * @param row the line within the body, from 0
   * @param character within that line, from 0
   */
  void error(int row, int character, String message) {
    problems.error(line + 1 + row, column + character, message);
  }
}
