package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;

/** Instructions for a {@link Shell}, made once and shared by all that run them. */
final class Code {

  /** One step of the machine. */
  interface Instruction {
    void run(Shell shell);
  }

  /** A place in the code, known once it has been reached while building. */
  static final class Label {
    private int at = -1;

    int at() {
      return at;
    }
  }

  private final Instruction[] instructions;

  private Code(List<Instruction> instructions) {
    this.instructions = instructions.toArray(new Instruction[0]);
  }

  Instruction get(int pc) {
    return instructions[pc];
  }

  /** Puts code together. */
  static final class Builder {
    private final List<Instruction> instructions = new ArrayList<>();

    void add(Instruction instruction) {
      instructions.add(instruction);
    }

    void place(Label label) {
      label.at = instructions.size();
    }

    void jump(Label label) {
      add(shell -> shell.pc = label.at);
    }

    void jumpIfFailed(Label label) {
      add(shell -> {
        if (shell.status != 0) {
          shell.pc = label.at;
        }
      });
    }

    void jumpIfSucceeded(Label label) {
      add(shell -> {
        if (shell.status == 0) {
          shell.pc = label.at;
        }
      });
    }

    Code done() {
      return new Code(instructions);
    }
  }
}
