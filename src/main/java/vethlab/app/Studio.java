package vethlab.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import vethlab.app.doc.Change;
import vethlab.app.doc.Document;
import vethlab.app.doc.Edit;
import vethlab.app.doc.Edits;
import vethlab.app.doc.Problem;
import vethlab.app.doc.Refusal;
import vethlab.app.doc.Runner;
import vethlab.app.doc.Terminal;
import vethlab.app.file.AppFolders;
import vethlab.app.model.PacketSteps;
import vethlab.app.real.KernelRun;
import vethlab.app.real.Observed;
import vethlab.app.scene.Item;
import vethlab.app.theme.Theme;
import vethlab.lab.Lab;
import vethlab.op.Ns;
import vethlab.sim.timeline.Breakpoint;
import vethlab.sim.timeline.Timeline;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepFilter;

/**
 * What the window is about at the moment: the document, what is chosen in it, the language, the
 * theme. Panes read it and are told when it changes. Used from the toolkit's thread only.
 */
public final class Studio {

  /** What has changed, for panes. */
  public enum News {
    DOCUMENT,
    NETWORK,
    LAYOUT,
    TERMINALS,
    STATUS,
    SELECTION,
    TOOL,
    PLAYER,
    THEME,
    MESSAGE,
    /** The drawing on this kernel: how far it is, its frames, its terminals. */
    KERNEL
  }

  /** Who wants to know. */
  public interface Listener {
    void on(News news);
  }

  private final List<Listener> listeners = new ArrayList<>();
  private Optional<Document> document = Optional.empty();
  private Optional<Runner> runner = Optional.empty();
  private final Player player = new Player();
  private Set<Item> selection = new LinkedHashSet<>();
  private Tool tool = Tool.SELECT;
  private Words words = Words.in(Locale.ENGLISH);
  private Theme theme = Theme.LIGHT;
  private boolean reducedMotion;
  private String message = "";
  private boolean trouble;
  private List<Problem> problems = List.of();
  private Optional<Timeline.Revision> examined = Optional.empty();
  private Optional<Ns> activeTerminal = Optional.empty();
  private Optional<StepFilter> filter = Optional.empty();
  private Optional<Teaching> teaching = Optional.empty();
  private final OnKernel kernel = new OnKernel(this);
  private final AppFolders folders;

  /**
   * @param folders where is kept what was done of lessons
   */
  public Studio(AppFolders folders) {
    this.folders = folders;
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** How many want to know. */
  public int listeners() {
    return listeners.size();
  }

  /** All but the first so many are told nothing any more. */
  public void forgetListeners(int butFirst) {
    listeners.subList(Math.min(butFirst, listeners.size()), listeners.size()).clear();
  }

  public void tell(News news) {
    List.copyOf(listeners).forEach(each -> each.on(news));
  }

  // --- the document ----------------------------------------------------------------------------

  /** Empty while the home page is shown. */
  public Optional<Document> document() {
    return document;
  }

  /** The document; only where one is open. */
  public Document doc() {
    return document.orElseThrow();
  }

  public void open(Document opened) {
    kernel.leave();
    document = Optional.of(opened);
    runner = Optional.of(new Runner(opened));
    selection = new LinkedHashSet<>();
    player.play(false);
    activeTerminal = Optional.empty();
    message = "";
    teaching = Teaching.of(opened, runner(), folders, words.locale());
    opened.listen(this::changed);
    examined = Optional.empty();
    findProblems();
    tell(News.DOCUMENT);
  }

  /** Back to the home page. */
  public void close() {
    kernel.leave();
    document = Optional.empty();
    runner = Optional.empty();
    teaching = Optional.empty();
    tell(News.DOCUMENT);
  }

  /** The lesson of the open lab, if it has one. */
  public Optional<Teaching> teaching() {
    return teaching;
  }

  private void changed(Change change) {
    if (change == Change.ALL || change == Change.NETWORK) {
      dropGone();
      findProblems();
    }
    tell(
        switch (change) {
          case ALL, NETWORK -> News.NETWORK;
          case LAYOUT -> News.LAYOUT;
          case TERMINALS -> News.TERMINALS;
          case STATUS -> News.STATUS;
        });
  }

  private void findProblems() {
    Optional<Timeline.Revision> now = document.map(d -> d.timeline().revision());
    if (!now.equals(examined)) {
      examined = now;
      problems =
          document.filter(d -> !isRiddle()).map(d -> Problem.of(d.kernel())).orElse(List.of());
    }
  }

  /** What is wrong with the network; nothing is told of one in which that is to be found. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether its reader shall find what is wrong: then no repair is offered. */
  public boolean isRiddle() {
    return teaching.filter(Teaching::isRiddle).isPresent();
  }

  /** What is said where no problem is told. */
  public String noProblems() {
    return isRiddle() ? words.get("status.riddle") : "● " + words.get("status.no-problems");
  }

  /** Does an edit; a refusal becomes the message. */
  public boolean edit(String name, Edit edit) {
    Optional<Refusal> refusal = doc().edit(name, edit);
    if (refusal.isEmpty()) {
      kernel.follow(edit.ops());
    }
    message(refusal.map(this::text).orElse(""));
    return refusal.isEmpty();
  }

  /** Runs a command as an edit; what it complains of, where it fails. */
  public Optional<String> command(String what, Ns ns, String line) {
    Optional<String> complaint = doc().command(words.get("edit.set", ns, what), ns, line);
    if (complaint.isEmpty()) {
      kernel.type(ns, line);
    }
    message("");
    return complaint;
  }

  /** Takes the last change back. */
  public void undo() {
    kernel.alongWith(doc()::undo);
  }

  public void redo() {
    kernel.alongWith(doc()::redo);
  }

  /** Another network in place of this one; a refusal leaves it as it was. */
  public Optional<Refusal> become(String name, Lab lab, Map<String, String> notes) {
    AtomicReference<Optional<Refusal>> refusal = new AtomicReference<>(Optional.empty());
    kernel.alongWith(() -> refusal.set(doc().become(name, lab, notes)));
    return refusal.get();
  }

  /** Why the kernel does not do something, as a sentence. */
  public String text(Refusal refusal) {
    return words.get("message.refused", refusal.said());
  }

  /** Repairs a problem as it proposes. */
  public void fix(Problem problem) {
    problem.fix().ifPresent(fix -> edit(title(problem), fix));
  }

  public String title(Problem problem) {
    return words.get("problem." + problem.key() + ".title", problem.arguments().toArray());
  }

  /** What its fix does. */
  public String fixText(Problem problem) {
    return words.get("problem." + problem.key() + ".fix", problem.arguments().toArray());
  }

  public Edits edits() {
    return new Edits(doc().kernel());
  }

  public Runner runner() {
    return runner.orElseThrow();
  }

  public Player player() {
    return player;
  }

  /** Types a line into a terminal and lets it run. */
  public void run(Terminal terminal, String line) {
    message("");
    doc().type(terminal, line);
    runner().until(terminal);
  }

  /** Goes on with what runs by itself. */
  public boolean tick(long clock) {
    if (document.isEmpty()) {
      return false;
    }
    kernel.tick();
    boolean ran = runner().slice(clock, 7_000_000);
    boolean was = player.isPlaying();
    player.tick(clock, doc());
    if (was != player.isPlaying()) {
      tell(News.PLAYER);
    }
    return ran;
  }

  /** The filter of the event list, where there is one. */
  public Optional<StepFilter> filter() {
    return filter;
  }

  public void filter(StepFilter filter) {
    this.filter = Optional.of(filter).filter(f -> !f.text().isBlank());
  }

  /** Sets a breakpoint, or takes it away where it is set. */
  public void toggleBreakpoint(Breakpoint at) {
    doc().toggleBreakpoint(at);
    tell(News.STATUS);
  }

  // --- this kernel -----------------------------------------------------------------------------

  /** The drawing on this machine's kernel. */
  public OnKernel kernel() {
    return kernel;
  }

  /** The packet that is looked at, simulated or real. */
  public Optional<Step> current() {
    return kernel.isOn()
        ? kernel.run().flatMap(KernelRun::current).flatMap(Observed::step)
        : document.flatMap(Document::current);
  }

  /** The same, with those around it. */
  public PacketSteps steps() {
    return kernel.isOn() ? new PacketSteps.Seen(doc(), current()) : new PacketSteps(doc());
  }

  // --- what is chosen --------------------------------------------------------------------------

  public Set<Item> selection() {
    return selection;
  }

  /** Of these, what is still there: a script may have taken away what is seen. */
  public void select(Set<Item> items) {
    Set<Item> there = new LinkedHashSet<>(items);
    there.removeIf(item -> !doc().holds(item));
    if (!there.equals(selection)) {
      selection = there;
      tell(News.SELECTION);
    }
  }

  public void select(Item item) {
    select(Set.of(item));
  }

  /** The one thing that is chosen; empty for none or several. */
  public Optional<Item> chosen() {
    return selection.size() == 1 ? Optional.of(selection.iterator().next()) : Optional.empty();
  }

  /** The namespaces among what is chosen, in the order they were. */
  public List<Ns> chosenNamespaces() {
    List<Ns> chosen = new ArrayList<>();
    for (Item item : selection) {
      if (item instanceof Item.Namespace n) {
        chosen.add(n.ns());
      }
    }
    return chosen;
  }

  private void dropGone() {
    select(selection);
  }

  public Tool tool() {
    return tool;
  }

  public void tool(Tool tool) {
    this.tool = tool;
    tell(News.TOOL);
  }

  public Optional<Ns> activeTerminal() {
    return activeTerminal;
  }

  /** Brings a namespace's terminal to the front. */
  public Terminal showTerminal(Ns ns) {
    Terminal terminal = doc().terminal(ns);
    activeTerminal = Optional.of(ns);
    tell(News.TERMINALS);
    return terminal;
  }

  // --- how it is shown -------------------------------------------------------------------------

  public Words words() {
    return words;
  }

  public void words(Words words) {
    this.words = words;
    teaching.ifPresent(t -> t.language(words.locale()));
    tell(News.THEME);
  }

  public Theme theme() {
    return theme;
  }

  public void theme(Theme theme) {
    this.theme = theme;
    tell(News.THEME);
  }

  public boolean reducedMotion() {
    return reducedMotion;
  }

  public void reducedMotion(boolean reduced) {
    reducedMotion = reduced;
  }

  public String message() {
    return message;
  }

  /** Tells what went wrong, until the next edit. */
  public void message(String message) {
    tell(message, true);
  }

  /** Tells what went well. */
  public void note(String message) {
    tell(message, false);
  }

  private void tell(String message, boolean trouble) {
    this.message = message;
    this.trouble = trouble;
    tell(News.MESSAGE);
  }

  public boolean isTrouble() {
    return trouble;
  }
}
