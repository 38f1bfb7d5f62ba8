import Reading
import Recall
import Testing

@Suite struct RecordDateTests {
  @Test(arguments: [
    "2024-02-12", "2024/02/12", "12 February 2024", "Feb 12, 2024", "12 février 2024", "12. Februar 2024",
    "12 de febrero de 2024", "12 de fevereiro de 2024", "accepted on 2024-02-12", "12th Feb 2024",
  ]) func datesAreReadAsTheyAreWritten(text: String) {
    #expect(RecordDate.day(text)?.description == "2024-02-12")
  }

  /// What could be read in two ways is not read.
  @Test(arguments: ["03/04/2021", "YYYY-MM-DD", "2021-13-40", "soon", "", "12 frimaire 2024"])
  func otherTextsAreNoDates(text: String) {
    #expect(RecordDate.day(text) == nil)
  }
}
