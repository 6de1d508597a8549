<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>posture</name>
    <message>
        <source>&amp;15 minutes</source>
        <translation>&amp;15 Minuten</translation>
    </message>
    <message>
        <source>&amp;30 minutes</source>
        <translation>&amp;30 Minuten</translation>
    </message>
    <message>
        <source>&amp;60 minutes</source>
        <translation>&amp;60 Minuten</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>An&amp;wenden</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Dashboard</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>&amp;Keep this file as {0} and write a new one</source>
        <translation>Diese als {0} be&amp;halten, neue schreiben</translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation>&amp;Minimieren</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Posture</source>
        <translation>&amp;Haltung</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation>A&amp;lle Vorgaben</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Skip the slump</source>
        <translation>Zusammensinken über&amp;springen</translation>
    </message>
    <message>
        <source>&amp;Snooze</source>
        <translation>&amp;Ruhe</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Take again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>0 for none at all.</source>
        <translation>0 für gar keine.</translation>
    </message>
    <message>
        <source>&lt;p&gt;Posture looks at you through the webcam and estimates how far your neck and your
upper back have moved from &lt;i&gt;your own&lt;/i&gt; upright posture. When you have slouched for long, it
tells you; it also tells you when it cannot measure.&lt;/p&gt;
&lt;p&gt;The angles are estimates from a camera, for general wellness. Only their change is judged, and
an estimate can be wrong: the menu lets you say so.&lt;/p&gt;
&lt;p&gt;It is not a medical device: it does not diagnose, treat or prevent any condition. If something
hurts, ask a professional and not a camera.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Posture sieht Sie durch die Webcam und schätzt, wie weit Ihr Nacken und Ihr oberer Rücken von
&lt;i&gt;Ihrer eigenen&lt;/i&gt; aufrechten Haltung abweichen. Wenn Sie lange gebeugt gesessen haben, sagt es
Ihnen das; es sagt Ihnen auch, wenn es nicht messen kann.&lt;/p&gt;
&lt;p&gt;Die Winkel sind Schätzungen aus Kamerabildern, für das allgemeine Wohlbefinden. Nur ihre
Veränderung wird beurteilt, und eine Schätzung kann falsch sein: Im Menü können Sie das sagen.&lt;/p&gt;
&lt;p&gt;Es ist kein Medizinprodukt und dient nicht der Diagnose, Behandlung oder Vorbeugung irgendeiner
Erkrankung. Wenn
etwas schmerzt, fragen Sie eine Fachperson und keine Kamera.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Put the camera where it sees your head and your shoulders, and where it stays.&lt;/p&gt;
&lt;p&gt;When you press &lt;b&gt;Start&lt;/b&gt;, the camera is opened. Then sit upright, the way you like to sit,
and look at your screen for a few seconds: that is the posture with which all others are
compared. &amp;ldquo;Take a new baseline&amp;rdquo; in the menu does it again at any time.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Stellen Sie die Kamera dorthin, wo sie Ihren Kopf und Ihre Schultern sieht und wo sie bleibt.&lt;/p&gt;
&lt;p&gt;Wenn Sie &lt;b&gt;Starten&lt;/b&gt; drücken, wird die Kamera geöffnet. Sitzen Sie dann aufrecht, so wie Sie
gern sitzen, und schauen Sie einige Sekunden auf Ihren Bildschirm: Mit dieser Haltung werden alle
anderen verglichen. &amp;bdquo;Neue Ausgangshaltung&amp;ldquo; im Menü nimmt sie jederzeit neu auf.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A camera further to the side is better: neck and back bend forwards, which is seen best from the side. From the front it looks much like moving nearer.</source>
        <translation>Besser ist eine Kamera weiter seitlich: Nacken und Rücken neigen sich nach vorn, und das ist von der Seite am besten zu sehen. Von vorn sieht es fast so aus, als kämen Sie näher.</translation>
    </message>
    <message>
        <source>A clearer notice after</source>
        <translation>Ein deutlicherer Hinweis nach</translation>
    </message>
    <message>
        <source>A lamp in front of you would help.</source>
        <translation>Eine Lampe vor Ihnen würde helfen.</translation>
    </message>
    <message>
        <source>Alerts in an hour, at most</source>
        <translation>Hinweise je Stunde, höchstens</translation>
    </message>
    <message>
        <source>All: {0}</source>
        <translation>Alle: {0}</translation>
    </message>
    <message>
        <source>An estimate: {0}.</source>
        <translation>Eine Schätzung: {0}.</translation>
    </message>
    <message>
        <source>Ask others to leave the picture for a moment.</source>
        <translation>Bitten Sie andere, kurz aus dem Bild zu gehen.</translation>
    </message>
    <message>
        <source>Away from your baseline for {0}</source>
        <translation>Seit {0} abseits Ihrer Ausgangshaltung</translation>
    </message>
    <message>
        <source>Camera and baseline</source>
        <translation>Kamera und Ausgangshaltung</translation>
    </message>
    <message>
        <source>Cannot measure: {0}</source>
        <translation>Nicht messbar: {0}</translation>
    </message>
    <message>
        <source>Change from your own baseline. The estimates are right to about 5° on average.</source>
        <translation>Veränderung gegenüber Ihrer eigenen Ausgangshaltung. Die Schätzungen sind im Mittel auf etwa 5° genau.</translation>
    </message>
    <message>
        <source>Changed; the default is {0}</source>
        <translation>Geändert; Vorgabe ist {0}</translation>
    </message>
    <message>
        <source>Changes over the last ten minutes</source>
        <translation>Änderungen in den letzten zehn Minuten</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>During slides or a film</source>
        <translation>Während einer Präsentation oder eines Films</translation>
    </message>
    <message>
        <source>Estimates from a camera, compared with your own baseline. Not a medical device.</source>
        <translation>Schätzungen aus Kamerabildern, verglichen mit Ihrer eigenen Ausgangshaltung. Kein Medizinprodukt.</translation>
    </message>
    <message>
        <source>Everyday</source>
        <translation>Alltag</translation>
    </message>
    <message>
        <source>First cue: a border around the screen</source>
        <translation>Erster Hinweis: ein Rahmen um den Bildschirm</translation>
    </message>
    <message>
        <source>First cue: a darker screen</source>
        <translation>Erster Hinweis: ein dunklerer Bildschirm</translation>
    </message>
    <message>
        <source>First cue: a message</source>
        <translation>Erster Hinweis: eine Nachricht</translation>
    </message>
    <message>
        <source>First cue: a sound</source>
        <translation>Erster Hinweis: ein Ton</translation>
    </message>
    <message>
        <source>Get ready for the posture that you want to accept, and press Start.</source>
        <translation>Bereiten Sie die Haltung vor, die gelten soll, und drücken Sie „Starten“.</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>How far slouching has counted</source>
        <translation>Wie weit gebeugtes Sitzen gezählt ist</translation>
    </message>
    <message>
        <source>How much has been taken</source>
        <translation>Wie viel aufgenommen ist</translation>
    </message>
    <message>
        <source>How you are told</source>
        <translation>Wie Sie erinnert werden</translation>
    </message>
    <message>
        <source>However often you slouch meanwhile.</source>
        <translation>Wie oft auch immer Sie währenddessen gebeugt sitzen.</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>If you go on slouching after the first cue.</source>
        <translation>Wenn Sie nach dem ersten Hinweis weiter gebeugt sitzen.</translation>
    </message>
    <message>
        <source>In a &amp;call</source>
        <translation>Im &amp;Gespräch</translation>
    </message>
    <message>
        <source>In a call</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>Its id, name or number, as `posture doctor` shows them; empty for the first there is.</source>
        <translation>Ihre Kennung, ihr Name oder ihre Nummer, wie `posture doctor` sie zeigt; leer für die erste vorhandene.</translation>
    </message>
    <message>
        <source>Later notice: a border around the screen</source>
        <translation>Späterer Hinweis: ein Rahmen um den Bildschirm</translation>
    </message>
    <message>
        <source>Later notice: a darker screen</source>
        <translation>Späterer Hinweis: ein dunklerer Bildschirm</translation>
    </message>
    <message>
        <source>Later notice: a message</source>
        <translation>Späterer Hinweis: eine Nachricht</translation>
    </message>
    <message>
        <source>Later notice: a sound</source>
        <translation>Späterer Hinweis: ein Ton</translation>
    </message>
    <message>
        <source>Leaning {0:.0f}° beyond your baseline for {1}</source>
        <translation>Seit {1} um {0:.0f}° über Ihre Ausgangshaltung hinaus geneigt</translation>
    </message>
    <message>
        <source>Leave the camera where it is.</source>
        <translation>Lassen Sie die Kamera, wo sie ist.</translation>
    </message>
    <message>
        <source>Less light would help.</source>
        <translation>Weniger Licht würde helfen.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Less than where it begins.</source>
        <translation>Weniger als der Beginn.</translation>
    </message>
    <message>
        <source>Let alerts be heard at all.</source>
        <translation>Hinweise überhaupt hören lassen.</translation>
    </message>
    <message>
        <source>Look at your screen.</source>
        <translation>Schauen Sie auf Ihren Bildschirm.</translation>
    </message>
    <message>
        <source>Looks in a second</source>
        <translation>Blicke je Sekunde</translation>
    </message>
    <message>
        <source>Move away what hides your head or shoulders.</source>
        <translation>Räumen Sie weg, was Kopf oder Schultern verdeckt.</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Nearer would be better.</source>
        <translation>Näher wäre besser.</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Nacken</translation>
    </message>
    <message>
        <source>No baseline yet: sit upright and take one</source>
        <translation>Noch keine Ausgangshaltung: Sitzen Sie aufrecht und nehmen Sie eine auf</translation>
    </message>
    <message>
        <source>Nobody is in front of the camera</source>
        <translation>Niemand ist vor der Kamera</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>Noch nicht sicher</translation>
    </message>
    <message>
        <source>Not watching yet</source>
        <translation>Noch keine Beobachtung</translation>
    </message>
    <message>
        <source>Nothing was taken</source>
        <translation>Nichts wurde aufgenommen</translation>
    </message>
    <message>
        <source>Off in a call</source>
        <translation>Aus im Gespräch</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>Im Akkubetrieb</translation>
    </message>
    <message>
        <source>On battery, look only once in</source>
        <translation>Im Akkubetrieb nur ein Blick alle</translation>
    </message>
    <message>
        <source>Pause until &amp;tomorrow</source>
        <translation>Pause bis &amp;morgen</translation>
    </message>
    <message>
        <source>Paused until you resume</source>
        <translation>Pause, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>Paused: the camera is off</source>
        <translation>Pause: Die Kamera ist aus</translation>
    </message>
    <message>
        <source>Posture</source>
        <translation>Posture</translation>
    </message>
    <message>
        <source>Posture goes on watching while its window is minimised.</source>
        <translation>Posture beobachtet weiter, während das Fenster minimiert ist.</translation>
    </message>
    <message>
        <source>Posture that is taken</source>
        <translation>Haltung, die aufgenommen wird</translation>
    </message>
    <message>
        <source>Posture: before you begin</source>
        <translation>Posture: bevor Sie beginnen</translation>
    </message>
    <message>
        <source>Put the camera at about the height of your face, and look at your screen.</source>
        <translation>Stellen Sie die Kamera etwa in Höhe Ihres Gesichts auf und schauen Sie auf Ihren Bildschirm.</translation>
    </message>
    <message>
        <source>Put the camera beside or in front of you.</source>
        <translation>Stellen Sie die Kamera neben oder vor sich auf.</translation>
    </message>
    <message>
        <source>Quality: {0}</source>
        <translation>Güte: {0}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset this &amp;page</source>
        <translation>Vo&amp;rgaben</translation>
    </message>
    <message>
        <source>Reset {0}</source>
        <translation>{0} zurücksetzen</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>Say nothing on battery.</source>
        <translation>Im Akkubetrieb nichts sagen.</translation>
    </message>
    <message>
        <source>Say nothing while a program keeps the screen on: slides, a film.</source>
        <translation>Nichts sagen, während ein Programm den Bildschirm anlässt: Präsentation, Film.</translation>
    </message>
    <message>
        <source>Say nothing while a window fills the screen.</source>
        <translation>Nichts sagen, während ein Fenster den Bildschirm füllt.</translation>
    </message>
    <message>
        <source>Say nothing while the desktop is not to disturb.</source>
        <translation>Nichts sagen, während „Nicht stören“ eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in all settings</source>
        <translation>In allen Einstellungen suchen</translation>
    </message>
    <message>
        <source>Seconds left</source>
        <translation>Verbleibende Sekunden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show a steady thin border: nothing grows, glows or fades.</source>
        <translation>Einen gleichbleibenden dünnen Rahmen zeigen: Nichts wächst, leuchtet oder verblasst.</translation>
    </message>
    <message>
        <source>Show my &amp;outline</source>
        <translation>&amp;Umriss zeigen</translation>
    </message>
    <message>
        <source>Silence between alerts</source>
        <translation>Ruhe zwischen Hinweisen</translation>
    </message>
    <message>
        <source>Since the start: {0} upright, {1} slouched</source>
        <translation>Seit dem Start: {0} aufrecht, {1} gebeugt</translation>
    </message>
    <message>
        <source>Sit down in front of the camera.</source>
        <translation>Setzen Sie sich vor die Kamera.</translation>
    </message>
    <message>
        <source>Sit nearer to the camera, or move it nearer.</source>
        <translation>Setzen Sie sich näher an die Kamera oder rücken Sie sie näher.</translation>
    </message>
    <message>
        <source>Sit so that the camera sees head and shoulders.</source>
        <translation>Setzen Sie sich so, dass die Kamera Kopf und Schultern sieht.</translation>
    </message>
    <message>
        <source>Sit still while it is taken.</source>
        <translation>Sitzen Sie während der Aufnahme still.</translation>
    </message>
    <message>
        <source>Sit upright, the way you like to sit, and look at your screen for a few seconds</source>
        <translation>Sitzen Sie aufrecht, so wie Sie gern sitzen, und schauen Sie einige Sekunden auf Ihren Bildschirm</translation>
    </message>
    <message>
        <source> and {0} more</source>
        <translation> und {0} weitere</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;Back to the diary</source>
        <translation>&amp;Zurück zum Tagebuch</translation>
    </message>
    <message>
        <source>&amp;Begin now</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>&amp;Diary…</source>
        <translation>&amp;Tagebuch …</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Exercises…</source>
        <translation>&amp;Übungen …</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Heat and cold…</source>
        <translation>&amp;Wärme und Kälte …</translation>
    </message>
    <message>
        <source>&amp;Hold the display</source>
        <translation>Anzeige an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Keep the last 5 minutes</source>
        <translation>Die letzten 5 Mi&amp;nuten aufheben</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>L&amp;esen</translation>
    </message>
    <message>
        <source>&amp;Learn…</source>
        <translation>&amp;Lesen …</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Monat</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Next exercise</source>
        <translation>Nä&amp;chste Übung</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Put it back</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>&amp;Save the entry</source>
        <translation>Eintrag &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Short break now, {0}</source>
        <translation>&amp;Kurze Pause jetzt, {0}</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Heute</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>W&amp;oche</translation>
    </message>
    <message>
        <source>&amp;When to ask somebody</source>
        <translation>Wa&amp;nn jemanden fragen</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Wo</translation>
    </message>
    <message>
        <source>... and frames: a look costs 1.9 frames, so at most 3 % more work.</source>
        <translation>... und Bilder: Ein Blick kostet 1,9 Bilder, also höchstens 3 % mehr Arbeit.</translation>
    </message>
    <message>
        <source>... and once in so many seconds: somebody may have come unnoticed.</source>
        <translation>... und einmal in so vielen Sekunden: Jemand kann unbemerkt gekommen sein.</translation>
    </message>
    <message>
        <source>... and while the person is not settled yet (`settled_s`): who else is there?</source>
        <translation>... und solange die Person noch nicht feststeht (`settled_s`): Wer ist noch da?</translation>
    </message>
    <message>
        <source>... so often, and looked at when something moves ...</source>
        <translation>... so oft, und betrachtet, wenn sich etwas bewegt ...</translation>
    </message>
    <message>
        <source>0 is none, 10 the worst that you can imagine</source>
        <translation>0 ist kein Schmerz, 10 der stärkste, den Sie sich vorstellen können</translation>
    </message>
    <message>
        <source>0: none</source>
        <translation>0: kein Schmerz</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 time</source>
        <translation>1-mal</translation>
    </message>
    <message>
        <source>10: worst imaginable</source>
        <translation>10: stärkster vorstellbarer Schmerz</translation>
    </message>
    <message>
        <source>95&#xa0;% interval {0} to {1}</source>
        <translation>95-%-Intervall {0} bis {1}</translation>
    </message>
    <message>
        <source>95&#xa0;% interval {0} to {1}, so no clear change</source>
        <translation>95-%-Intervall {0} bis {1}, also keine klare Änderung</translation>
    </message>
    <message>
        <source>; did you mean {0}?</source>
        <translation>; war {0} gemeint?</translation>
    </message>
    <message>
        <source>; there are {0}</source>
        <translation>; es gibt {0}</translation>
    </message>
    <message>
        <source>A &amp;cold pack</source>
        <translation>Eine &amp;Kaltpackung</translation>
    </message>
    <message>
        <source>A back from behind: left is your left. The arrow keys go from place to place, the space bar chooses one or takes it back.</source>
        <translation>Ein Rücken von hinten: Links ist Ihr Links. Die Pfeiltasten gehen von Stelle zu Stelle, die Leertaste wählt eine oder nimmt sie zurück.</translation>
    </message>
    <message>
        <source>A believable move between two frames, on top of `speed_m_s`.</source>
        <translation>Eine glaubhafte Bewegung zwischen zwei Bildern, zusätzlich zu `speed_m_s`.</translation>
    </message>
    <message>
        <source>A break that you postpone is suggested again after so much more sitting.</source>
        <translation>Eine Pause, die Sie verschieben, wird nach so viel weiterem Sitzen wieder vorgeschlagen.</translation>
    </message>
    <message>
        <source>A camera further to the side sees neck and back better.</source>
        <translation>Eine Kamera weiter seitlich sieht Nacken und Rücken besser.</translation>
    </message>
    <message>
        <source>A change is p&amp;roposed…</source>
        <translation>Eine &amp;Änderung wird vorgeschlagen …</translation>
    </message>
    <message>
        <source>A cold pack</source>
        <translation>Eine Kaltpackung</translation>
    </message>
    <message>
        <source>A doctor, physiotherapist or spine specialist can assess back pain in any of these cases:</source>
        <translation>Eine ärztliche, physiotherapeutische oder auf die Wirbelsäule spezialisierte Fachperson kann Rückenschmerzen beurteilen, wenn etwas hiervon zutrifft:</translation>
    </message>
    <message>
        <source>A doctor, physiotherapist or spine specialist can assess it.</source>
        <translation>Eine ärztliche, physiotherapeutische oder auf die Wirbelsäule spezialisierte Fachperson kann es beurteilen.</translation>
    </message>
    <message>
        <source>A drawn figure that does the exercise</source>
        <translation>Eine gezeichnete Figur, die die Übung macht</translation>
    </message>
    <message>
        <source>A high temperature</source>
        <translation>Fieber</translation>
    </message>
    <message>
        <source>A long break after sitting for</source>
        <translation>Eine lange Pause nach Sitzen von</translation>
    </message>
    <message>
        <source>A long break after so much sitting; 0 for none.</source>
        <translation>Eine lange Pause nach so viel Sitzen; 0 für keine.</translation>
    </message>
    <message>
        <source>A longer break</source>
        <translation>Eine längere Pause</translation>
    </message>
    <message>
        <source>A lump or swelling in your back, or your back has changed its shape</source>
        <translation>Ein Knoten oder eine Schwellung am Rücken, oder der Rücken hat seine Form verändert</translation>
    </message>
    <message>
        <source>A move since the last look that calls for another one: those who leave move.</source>
        <translation>Eine Bewegung seit dem letzten Blick, die einen weiteren verlangt: Wer geht, bewegt sich.</translation>
    </message>
    <message>
        <source>A plain timer: the camera does not count this one</source>
        <translation>Nur eine Zeitanzeige: Diese Übung zählt die Kamera nicht</translation>
    </message>
    <message>
        <source>A repetition: {0}</source>
        <translation>Eine Wiederholung: {0}</translation>
    </message>
    <message>
        <source>A short break</source>
        <translation>Eine kurze Pause</translation>
    </message>
    <message>
        <source>A short break after sitting for</source>
        <translation>Eine kurze Pause nach Sitzen von</translation>
    </message>
    <message>
        <source>A short break after so much sitting; 0 for none.</source>
        <translation>Eine kurze Pause nach so viel Sitzen; 0 für keine.</translation>
    </message>
    <message>
        <source>A short sound for each repetition, a hold that is reached, and the end</source>
        <translation>Ein kurzer Ton für jede Wiederholung, ein erreichtes Halten und das Ende</translation>
    </message>
    <message>
        <source>A weak arm, or unsteady walking</source>
        <translation>Ein schwacher Arm, oder ein unsicherer Gang</translation>
    </message>
    <message>
        <source>About what is chosen</source>
        <translation>Über das Gewählte</translation>
    </message>
    <message>
        <source>About {0} minutes</source>
        <translation>Etwa {0} Minuten</translation>
    </message>
    <message>
        <source>Above: entries, 0 to 10. Below: degree-minutes an hour forward of your baseline, by day. Together in time is not cause.</source>
        <translation>Oben: Einträge, 0 bis 10. Unten: Gradminuten je Stunde vor Ihrer Ausgangshaltung, nach Tagen. Zeitgleich heißt nicht ursächlich.</translation>
    </message>
    <message>
        <source>After nobody was there for so long, and nothing moved, pictures are only compared ...</source>
        <translation>Wenn so lange niemand da war und sich nichts bewegte, werden Bilder nur verglichen ...</translation>
    </message>
    <message>
        <source>Agreeing independent looks before a newcomer is believed.</source>
        <translation>Übereinstimmende unabhängige Blicke, bevor einer neuen Person geglaubt wird.</translation>
    </message>
    <message>
        <source>Alert at</source>
        <translation>Hinweis bei</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>An angle less certain than this is shown but never judged.</source>
        <translation>Ein Winkel, der unsicherer ist, wird gezeigt, aber nie beurteilt.</translation>
    </message>
    <message>
        <source>Analysing: %p%</source>
        <translation>Auswertung: %p%</translation>
    </message>
    <message>
        <source>Analysing: looking for the upright baseline</source>
        <translation>Auswertung: aufrechte Ausgangshaltung wird gesucht</translation>
    </message>
    <message>
        <source>Angles from the vertical (estimates): neck {0}, upper back {1}</source>
        <translation>Winkel zur Senkrechten (Schätzungen): Nacken {0}, oberer Rücken {1}</translation>
    </message>
    <message>
        <source>Another person at least this large compared with the tracked one may be the user.</source>
        <translation>Eine andere Person, im Vergleich zur verfolgten mindestens so groß, kann die gemeinte sein.</translation>
    </message>
    <message>
        <source>Arch your back</source>
        <translation>Rücken durchstrecken</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>Seitlich</translation>
    </message>
    <message>
        <source>Ask me later</source>
        <translation>Später fragen</translation>
    </message>
    <message>
        <source>Ask your doctor or an advice line, such as 111 in the UK, about back pain with any of these:</source>
        <translation>Fragen Sie Ihre Ärztin, Ihren Arzt oder eine Beratungsnummer (in Deutschland 116117, in Großbritannien 111) bei Rückenschmerzen mit etwas hiervon:</translation>
    </message>
    <message>
        <source>Asks again when three more alerts were called wrong</source>
        <translation>Fragt wieder, wenn drei weitere Hinweise falsch genannt wurden</translation>
    </message>
    <message>
        <source>At least this long between an alert and the next slouch&apos;s first alert.</source>
        <translation>Mindestens so lange zwischen einem Hinweis und dem ersten Hinweis beim nächsten gebeugten Sitzen.</translation>
    </message>
    <message>
        <source>At the desk, 3 minutes</source>
        <translation>Am Schreibtisch, 3 Minuten</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Auto spread</source>
        <translation>Streuung automatisch</translation>
    </message>
    <message>
        <source>Auto within</source>
        <translation>Automatisch innerhalb von</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Away look</source>
        <translation>Blick bei Abwesenheit</translation>
    </message>
    <message>
        <source>Away or standing for {0}</source>
        <translation>Abwesend oder im Stehen seit {0}</translation>
    </message>
    <message>
        <source>Away or unmeasured for longer, slouching is counted anew.</source>
        <translation>Nach längerer Abwesenheit oder ohne Messung wird gebeugtes Sitzen neu gezählt.</translation>
    </message>
    <message>
        <source>B&amp;reaks</source>
        <translation>Pa&amp;usen</translation>
    </message>
    <message>
        <source>Back to no&amp;w</source>
        <translation>Zurück zu &amp;jetzt</translation>
    </message>
    <message>
        <source>Battery every</source>
        <translation>Akkubetrieb alle</translation>
    </message>
    <message>
        <source>Battery look</source>
        <translation>Blick im Akkubetrieb</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Bevor Sie beginnen</translation>
    </message>
    <message>
        <source>Before you put anything on</source>
        <translation>Bevor Sie etwas auflegen</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Von hinten</translation>
    </message>
    <message>
        <source>Behind hold</source>
        <translation>Von hinten, Dauer</translation>
    </message>
    <message>
        <source>Believable height of the nose over the shoulders: 0.10 to 0.22 in true frames.</source>
        <translation>Glaubhafte Höhe der Nase über den Schultern: 0.10 bis 0.22 in echten Bildern.</translation>
    </message>
    <message>
        <source>Bend to one side, head and all, without turning; the other shoulder stays low.</source>
        <translation>Neigen Sie sich zu einer Seite, mit dem Kopf, ohne sich zu drehen; die andere Schulter bleibt unten.</translation>
    </message>
    <message>
        <source>Bend your upper back over the chair&apos;s back; your head goes along, no farther.</source>
        <translation>Biegen Sie den oberen Rücken über die Lehne; der Kopf geht mit, nicht weiter.</translation>
    </message>
    <message>
        <source>Bends your neck and trunk to one side, then to the other.</source>
        <translation>Neigt Nacken und Rumpf zu einer Seite, dann zur anderen.</translation>
    </message>
    <message>
        <source>Bends your upper back backwards, the other way than sitting does.</source>
        <translation>Biegt den oberen Rücken nach hinten, anders als das Sitzen es tut.</translation>
    </message>
    <message>
        <source>Beyond this the far ear and eye are guessed.</source>
        <translation>Darüber hinaus sind das ferne Ohr und Auge geraten.</translation>
    </message>
    <message>
        <source>Both elbows go from the height of your shoulders well above it, and back.</source>
        <translation>Beide Ellbogen gehen von Schulterhöhe deutlich darüber und zurück.</translation>
    </message>
    <message>
        <source>Both hands go well above your head with straight elbows, and come down.</source>
        <translation>Beide Hände gehen mit gestreckten Ellbogen deutlich über den Kopf und wieder herunter.</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Unterbrechung</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Breaks are noted nowhere: no history is kept.</source>
        <translation>Pausen werden nirgends notiert: Es wird kein Verlauf aufgehoben.</translation>
    </message>
    <message>
        <source>Breaks today</source>
        <translation>Pausen heute</translation>
    </message>
    <message>
        <source>Brightness against the baseline&apos;s, or the inverse; counts while little can be measured.</source>
        <translation>Helligkeit gegenüber der Ausgangshaltung oder umgekehrt; zählt, solange wenig messbar ist.</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>By your entries of the last {0} days it woke you at night.</source>
        <translation>Nach Ihren Einträgen der letzten {0} Tage hat es Sie nachts geweckt.</translation>
    </message>
    <message>
        <source>By your entries the pain has lasted {0} weeks; you entered it on {1} days.</source>
        <translation>Nach Ihren Einträgen dauern die Schmerzen seit {0} Wochen an; eingetragen haben Sie sie an {1} Tagen.</translation>
    </message>
    <message>
        <source>C&amp;are</source>
        <translation>&amp;Wohlbefinden</translation>
    </message>
    <message>
        <source>CPU: measuring</source>
        <translation>CPU: wird gemessen</translation>
    </message>
    <message>
        <source>CPU: {0:.0f} % of one core</source>
        <translation>CPU: {0:.0f} % eines Kerns</translation>
    </message>
    <message>
        <source>Call your emergency number (112 in Europe, 999 in the UK, 911 in North America) for back pain with any of these:</source>
        <translation>Rufen Sie Ihre Notrufnummer an (112 in Europa, 999 in Großbritannien, 911 in Nordamerika) bei Rückenschmerzen mit etwas hiervon:</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Genannt</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>Kamera aus</translation>
    </message>
    <message>
        <source>Camera off in call</source>
        <translation>Kamera im Gespräch aus</translation>
    </message>
    <message>
        <source>Camera off outside working hours</source>
        <translation>Kamera außerhalb der Arbeitszeit aus</translation>
    </message>
    <message>
        <source>Camera off: {0}</source>
        <translation>Kamera aus: {0}</translation>
    </message>
    <message>
        <source>Camera on: {0}</source>
        <translation>Kamera an: {0}</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Wohlbefinden</translation>
    </message>
    <message>
        <source>Change from the baseline by hour of the day</source>
        <translation>Änderung zur Ausgangshaltung nach Tageszeit</translation>
    </message>
    <message>
        <source>Change from the baseline by hour of the day: median, and 10 to 90 % as a band; neck with dots, upper back with squares and dashes</source>
        <translation>Änderung zur Ausgangshaltung nach Tageszeit: Median, und 10 bis 90 % als Band; Nacken mit Punkten, oberer Rücken mit Quadraten und Strichen</translation>
    </message>
    <message>
        <source>Change of apparent size that does.</source>
        <translation>Eine Änderung der scheinbaren Größe, die das tut.</translation>
    </message>
    <message>
        <source>Change of the seen shoulder width that does: ghosts stand at random (0.30 to 0.05).</source>
        <translation>Eine Änderung der gesehenen Schulterbreite, die das tut: Geister stehen zufällig (0.30 bis 0.05).</translation>
    </message>
    <message>
        <source>Changes over the whole recording</source>
        <translation>Änderungen über die ganze Aufzeichnung</translation>
    </message>
    <message>
        <source>Chest pain</source>
        <translation>Schmerzen in der Brust</translation>
    </message>
    <message>
        <source>Chin tuck</source>
        <translation>Kinn zurückziehen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Entwarnung</translation>
    </message>
    <message>
        <source>Clouds, and cameras that adapt, take less.</source>
        <translation>Wolken und Kameras, die sich anpassen, brauchen weniger.</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Kälte</translation>
    </message>
    <message>
        <source>Cold turns your fingers or toes white (Raynaud): no cold</source>
        <translation>Von Kälte werden Ihre Finger oder Zehen weiß (Raynaud): keine Kälte</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm looks</source>
        <translation>Blicke zum Bestätigen</translation>
    </message>
    <message>
        <source>Cool down</source>
        <translation>Ruhe danach</translation>
    </message>
    <message>
        <source>Correlation of the background with the baseline&apos;s (`posture.scene`). In 32 recordings of an unmoved camera never less than 0.85, or 0.70 at 1.6 times the light; turned by 2 degrees in one of four directions, 119 of 127 are found.</source>
        <translation>Korrelation des Hintergrunds mit dem der Ausgangshaltung (`posture.scene`). In 32 Aufzeichnungen einer unbewegten Kamera nie unter 0.85, oder 0.70 bei 1.6-fachem Licht; um 2 Grad in eine von vier Richtungen gedreht, werden 119 von 127 gefunden.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Counted when the camera sees you from the front</source>
        <translation>Gezählt, wenn die Kamera Sie von vorn sieht</translation>
    </message>
    <message>
        <source>Counted when the camera sees you from the front or the side</source>
        <translation>Gezählt, wenn die Kamera Sie von vorn oder von der Seite sieht</translation>
    </message>
    <message>
        <source>Counted when the camera sees you from the side</source>
        <translation>Gezählt, wenn die Kamera Sie von der Seite sieht</translation>
    </message>
    <message>
        <source>Counts and ranges are estimates from a camera, for general wellness.</source>
        <translation>Zahlen und Winkel sind Schätzungen aus Kamerabildern, für das allgemeine Wohlbefinden.</translation>
    </message>
    <message>
        <source>Cue dim</source>
        <translation>Erster Hinweis dunkler</translation>
    </message>
    <message>
        <source>Cue edge</source>
        <translation>Erster Hinweis Rahmen</translation>
    </message>
    <message>
        <source>Cue message</source>
        <translation>Erster Hinweis Nachricht</translation>
    </message>
    <message>
        <source>Cue sound</source>
        <translation>Erster Hinweis Ton</translation>
    </message>
    <message>
        <source>D&amp;iary</source>
        <translation>&amp;Tagebuch</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Degree-minutes/h</source>
        <translation>Gradminuten/h</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Display held since {0}. Posture goes on watching.</source>
        <translation>Anzeige angehalten seit {0}. Posture beobachtet weiter.</translation>
    </message>
    <message>
        <source>Do something that you can do standing.</source>
        <translation>Tun Sie etwas, das Sie im Stehen tun können.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Doorway stretch</source>
        <translation>Dehnung im Türrahmen</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Draw both elbows back</source>
        <translation>Beide Ellbogen zurückziehen</translation>
    </message>
    <message>
        <source>Draw both elbows back until your shoulder blades come together; shoulders stay low.</source>
        <translation>Ziehen Sie beide Ellbogen zurück, bis sich die Schulterblätter nähern; die Schultern bleiben unten.</translation>
    </message>
    <message>
        <source>Draws your shoulder blades together, which moves your upper back and chest.</source>
        <translation>Zieht die Schulterblätter zusammen und bewegt so oberen Rücken und Brust.</translation>
    </message>
    <message>
        <source>Drink something.</source>
        <translation>Trinken Sie etwas.</translation>
    </message>
    <message>
        <source>E&amp;xercises</source>
        <translation>Übun&amp;gen</translation>
    </message>
    <message>
        <source>Emergency: call for help now</source>
        <translation>Notfall: jetzt Hilfe rufen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Entries beside the exposure of each day</source>
        <translation>Einträge neben der Vorneigung jedes Tages</translation>
    </message>
    <message>
        <source>Erase what is older, in days; 0 for never.</source>
        <translation>Löschen, was älter ist, in Tagen; 0 für nie.</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>Exercises and routines</source>
        <translation>Übungen und Abläufe</translation>
    </message>
    <message>
        <source>Face presence</source>
        <translation>Gesicht vorhanden</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Farthest between nose and shoulders of the tracked and of the same person seen afresh.</source>
        <translation>Größter Abstand von Nase und Schultern zwischen der verfolgten und derselben neu gesehenen Person.</translation>
    </message>
    <message>
        <source>Farthest from the place of the baseline that a user moves: chair and body.</source>
        <translation>So weit bewegt man sich höchstens vom Ort der Ausgangshaltung: Stuhl und Körper.</translation>
    </message>
    <message>
        <source>Fastest believable move: sitting people stay under 1 m/s.</source>
        <translation>Schnellste glaubhafte Bewegung: Wer sitzt, bleibt unter 1 m/s.</translation>
    </message>
    <message>
        <source>For how long it then looks, and longer while a slouch is pending or goes on.</source>
        <translation>Wie lange dann hingesehen wird; länger, solange gebeugtes Sitzen sich ankündigt oder andauert.</translation>
    </message>
    <message>
        <source>For so long after a change: the length of the running median.</source>
        <translation>So lange nach einer Veränderung: die Länge des gleitenden Medians.</translation>
    </message>
    <message>
        <source>For today</source>
        <translation>Für heute</translation>
    </message>
    <message>
        <source>Frame back</source>
        <translation>Bild zurück</translation>
    </message>
    <message>
        <source>Frame heights per metre below which landmarks are too coarse; desks give 0.6 to 3.</source>
        <translation>Bildhöhen je Meter, unter denen Körperpunkte zu grob sind; Schreibtische ergeben 0.6 bis 3.</translation>
    </message>
    <message>
        <source>Frame on</source>
        <translation>Bild vor</translation>
    </message>
    <message>
        <source>Frames further apart than this are not joined.</source>
        <translation>Bilder mit größerem Abstand werden nicht verbunden.</translation>
    </message>
    <message>
        <source>Frames: fewer give no median worth the name.</source>
        <translation>Bilder: Weniger ergeben keinen brauchbaren Median.</translation>
    </message>
    <message>
        <source>Free the camera in a call, or while another program uses the microphone.</source>
        <translation>Die Kamera während eines Gesprächs freigeben, oder während ein anderes Programm das Mikrofon verwendet.</translation>
    </message>
    <message>
        <source>Free the camera outside the working hours.</source>
        <translation>Die Kamera außerhalb der Arbeitszeit freigeben.</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>From here on the person is seen from behind.</source>
        <translation>Ab hier ist die Person von hinten zu sehen.</translation>
    </message>
    <message>
        <source>From here on the view is from the side.</source>
        <translation>Ab hier ist die Ansicht von der Seite.</translation>
    </message>
    <message>
        <source>From this change on, `large_notice_after_s` counts instead.</source>
        <translation>Ab dieser Veränderung zählt stattdessen `large_notice_after_s`.</translation>
    </message>
    <message>
        <source>From this difference on it is a change: nine of ten half seconds of rendered people at a desk stay below.</source>
        <translation>Ab diesem Unterschied ist es eine Veränderung: Neun von zehn halben Sekunden gerenderter Menschen am Schreibtisch bleiben darunter.</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Gentle &amp;heat</source>
        <translation>&amp;Milde Wärme</translation>
    </message>
    <message>
        <source>Gentle heat</source>
        <translation>Milde Wärme</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>Machen Sie sich bereit</translation>
    </message>
    <message>
        <source>Get something to drink, from not too near.</source>
        <translation>Holen Sie sich etwas zu trinken, nicht von ganz nah.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Give up looks</source>
        <translation>Blicke bis zum Aufgeben</translation>
    </message>
    <message>
        <source>Go only as far as is comfortable.</source>
        <translation>Gehen Sie nur so weit, wie es angenehm ist.</translation>
    </message>
    <message>
        <source>H&amp;istory…</source>
        <translation>&amp;Verlauf …</translation>
    </message>
    <message>
        <source>Head yaw</source>
        <translation>Kopfdrehung</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>Heat and col&amp;d</source>
        <translation>Wärme und Kä&amp;lte</translation>
    </message>
    <message>
        <source>Heat and cold</source>
        <translation>Wärme und Kälte</translation>
    </message>
    <message>
        <source>Heat, &amp;then a cold pack</source>
        <translation>Wärme, &amp;dann eine Kaltpackung</translation>
    </message>
    <message>
        <source>Heat, cold</source>
        <translation>Wärme, Kälte</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Hold for fifteen seconds, come back, and change sides.</source>
        <translation>Halten Sie fünfzehn Sekunden, kommen Sie zurück, und wechseln Sie die Seite.</translation>
    </message>
    <message>
        <source>Hold for five seconds, then let go. About ten times.</source>
        <translation>Halten Sie fünf Sekunden, und lassen Sie los. Etwa zehnmal.</translation>
    </message>
    <message>
        <source>Hold for four seconds, then let go slowly. About ten times.</source>
        <translation>Halten Sie vier Sekunden, und lassen Sie langsam los. Etwa zehnmal.</translation>
    </message>
    <message>
        <source>Hold for ten seconds, breathe, and let your arms down.</source>
        <translation>Halten Sie zehn Sekunden, atmen Sie, und lassen Sie die Arme sinken.</translation>
    </message>
    <message>
        <source>Hold for thirty seconds.</source>
        <translation>Halten Sie dreißig Sekunden.</translation>
    </message>
    <message>
        <source>Hold for two seconds, then come back.</source>
        <translation>Halten Sie zwei Sekunden, und kommen Sie zurück.</translation>
    </message>
    <message>
        <source>Hold: {0:.0f} of {1:.0f} s</source>
        <translation>Halten: {0:.0f} von {1:.0f} s</translation>
    </message>
    <message>
        <source>How far outside the picture a landmark may lie, in frame sizes: guessed landmarks go on.</source>
        <translation>Wie weit außerhalb des Bildes ein Körperpunkt liegen darf, in Bildgrößen: Geratene Punkte gehen weiter.</translation>
    </message>
    <message>
        <source>How far outside the picture, in frame sizes, nose or shoulder may lie.</source>
        <translation>Wie weit außerhalb des Bildes Nase oder Schulter liegen dürfen, in Bildgrößen.</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>How long `auto` goes on looking, seconds.</source>
        <translation>Wie lange `auto` weitersucht, Sekunden.</translation>
    </message>
    <message>
        <source>How long a long break is.</source>
        <translation>Wie lange eine lange Pause dauert.</translation>
    </message>
    <message>
        <source>How long a short break is; who was away or stood for so long has had one.</source>
        <translation>Wie lange eine kurze Pause dauert; wer so lange weg war oder stand, hatte eine.</translation>
    </message>
    <message>
        <source>How much does it hurt now?</source>
        <translation>Wie stark schmerzt es jetzt?</translation>
    </message>
    <message>
        <source>How much either angle may vary (robust standard deviation) in such a stretch.</source>
        <translation>Wie sehr jeder Winkel in einem solchen Abschnitt schwanken darf (robuste Standardabweichung).</translation>
    </message>
    <message>
        <source>How much it hurts</source>
        <translation>Wie stark es schmerzt</translation>
    </message>
    <message>
        <source>How often and how loudly the user is told. Nothing here is a medical threshold.</source>
        <translation>Wie oft und wie deutlich erinnert wird. Nichts hier ist eine medizinische Schwelle.</translation>
    </message>
    <message>
        <source>How often pictures are looked at. A look costs about 12 ms of one core.</source>
        <translation>Wie oft Bilder betrachtet werden. Ein Blick kostet etwa 12 ms eines Prozessorkerns.</translation>
    </message>
    <message>
        <source>I have read this, and none of it applies to me</source>
        <translation>Ich habe das gelesen, und nichts davon trifft auf mich zu</translation>
    </message>
    <message>
        <source>If you like: how does it feel?</source>
        <translation>Wenn Sie möchten: Wie fühlt es sich an?</translation>
    </message>
    <message>
        <source>In the plot the wheel zooms in time, dragging moves, and a double click goes back to now. A dashed or dotted line can be dragged to change when slouching begins or ends.</source>
        <translation>Im Diagramm zoomt das Mausrad die Zeit, Ziehen verschiebt, ein Doppelklick führt zurück zu jetzt. Eine gestrichelte oder gepunktete Linie lässt sich ziehen, um zu ändern, wann gebeugtes Sitzen beginnt oder endet.</translation>
    </message>
    <message>
        <source>In time with the figure, about as far as your first two.</source>
        <translation>Im Takt der Figur, etwa so weit wie die ersten beiden.</translation>
    </message>
    <message>
        <source>In your entries of the last {0} days the level has grown, from about {1} to about {2} of 10.</source>
        <translation>In Ihren Einträgen der letzten {0} Tage ist die Stufe gestiegen, von etwa {1} auf etwa {2} von 10.</translation>
    </message>
    <message>
        <source>It bega&amp;n on</source>
        <translation>&amp;Begonnen am</translation>
    </message>
    <message>
        <source>It began after a serious accident, such as a car crash or a fall</source>
        <translation>Es begann nach einem schweren Unfall, etwa mit dem Auto oder durch einen Sturz</translation>
    </message>
    <message>
        <source>It does not get better with rest, or is worse at night</source>
        <translation>Es wird durch Ruhe nicht besser, oder ist nachts schlimmer</translation>
    </message>
    <message>
        <source>It gets worse over time</source>
        <translation>Es wird mit der Zeit schlimmer</translation>
    </message>
    <message>
        <source>It is at the top of your back, between your shoulders</source>
        <translation>Es ist oben am Rücken, zwischen den Schultern</translation>
    </message>
    <message>
        <source>It is not better after a few weeks of looking after it yourself</source>
        <translation>Es ist nach einigen Wochen, in denen Sie sich selbst darum gekümmert haben, nicht besser</translation>
    </message>
    <message>
        <source>It is off: &amp;stop</source>
        <translation>Sie ist weg: &amp;beenden</translation>
    </message>
    <message>
        <source>It is the first back pain of your life, and you are under 20 or over 55</source>
        <translation>Es sind die ersten Rückenschmerzen Ihres Lebens, und Sie sind unter 20 oder über 55</translation>
    </message>
    <message>
        <source>It is worse when you sneeze, cough or poo</source>
        <translation>Es ist schlimmer beim Niesen, Husten oder beim Stuhlgang</translation>
    </message>
    <message>
        <source>It stops you from doing what you do every day</source>
        <translation>Es hält Sie von dem ab, was Sie jeden Tag tun</translation>
    </message>
    <message>
        <source>It was not shown: {0}.</source>
        <translation>Er wurde nicht gezeigt: {0}.</translation>
    </message>
    <message>
        <source>Judging your recordings again: this takes some seconds</source>
        <translation>Ihre Aufzeichnungen werden neu beurteilt: Das dauert einige Sekunden</translation>
    </message>
    <message>
        <source>Jump</source>
        <translation>Sprung</translation>
    </message>
    <message>
        <source>Just done: {0}</source>
        <translation>Eben getan: {0}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Keep a history on this computer, for reports.</source>
        <translation>Einen Verlauf auf diesem Computer aufheben, für Berichte.</translation>
    </message>
    <message>
        <source>Keep days</source>
        <translation>Tage aufheben</translation>
    </message>
    <message>
        <source>Keep head and shoulders in the picture, well lit, and face your screen.</source>
        <translation>Halten Sie Kopf und Schultern gut beleuchtet im Bild und schauen Sie auf Ihren Bildschirm.</translation>
    </message>
    <message>
        <source>Keep still</source>
        <translation>Stillhalten</translation>
    </message>
    <message>
        <source>Keep still for a moment, in the position in which you begin.</source>
        <translation>Halten Sie einen Moment still, in der Haltung, in der Sie beginnen.</translation>
    </message>
    <message>
        <source>Keep still for a moment: your start position is looked at</source>
        <translation>Halten Sie einen Moment still: Ihre Startposition wird erfasst</translation>
    </message>
    <message>
        <source>L&amp;ong break now, {0}</source>
        <translation>L&amp;ange Pause jetzt, {0}</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Large notice after</source>
        <translation>Bei großer Veränderung Hinweis nach</translation>
    </message>
    <message>
        <source>Largest change of apparent size since the baseline.</source>
        <translation>Größte Änderung der scheinbaren Größe seit der Ausgangshaltung.</translation>
    </message>
    <message>
        <source>Last alert at {0}: {1}. Slouching counts from {2:g}°, held for {3:g} s.</source>
        <translation>Letzter Hinweis um {0}: {1}. Gebeugtes Sitzen zählt ab {2:g}°, {3:g} s lang.</translation>
    </message>
    <message>
        <source>Last entries</source>
        <translation>Letzte Einträge</translation>
    </message>
    <message>
        <source>Later after</source>
        <translation>Später nach</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Leave heat and cold out, and ask a doctor or pharmacist, if any of these is so:</source>
        <translation>Lassen Sie Wärme und Kälte weg, und fragen Sie ärztlich oder in der Apotheke, wenn etwas hiervon zutrifft:</translation>
    </message>
    <message>
        <source>Leave it out, or ask first, after a shoulder dislocation or with a frozen shoulder.</source>
        <translation>Lassen Sie die Übung weg, oder fragen Sie zuvor, wenn eine Schulter ausgerenkt war oder bei einer Schultersteife.</translation>
    </message>
    <message>
        <source>Leave it out, or ask first, where a neck movement makes you dizzy or your arms tingle.</source>
        <translation>Lassen Sie die Übung weg, oder fragen Sie zuvor, wenn Ihnen bei einer Bewegung des Nackens schwindelig wird oder die Arme kribbeln.</translation>
    </message>
    <message>
        <source>Leaves this one out</source>
        <translation>Lässt diese aus</translation>
    </message>
    <message>
        <source>Left arrow</source>
        <translation>Pfeil links</translation>
    </message>
    <message>
        <source>Length of the steady stretch that `auto` looks for, seconds.</source>
        <translation>Länge des ruhigen Abschnitts, den `auto` sucht, Sekunden.</translation>
    </message>
    <message>
        <source>Less presence of eyes or nose is odd: 99 % of true frames have more, most ghosts less.</source>
        <translation>Sind Augen oder Nase weniger vorhanden, ist das auffällig: 99 % der echten Bilder haben mehr, die meisten Geister weniger.</translation>
    </message>
    <message>
        <source>Let go slowly</source>
        <translation>Langsam lösen</translation>
    </message>
    <message>
        <source>Let your chin stay level.</source>
        <translation>Lassen Sie das Kinn waagerecht.</translation>
    </message>
    <message>
        <source>Let your head go along with your upper back, no farther.</source>
        <translation>Lassen Sie den Kopf mit dem oberen Rücken mitgehen, nicht weiter.</translation>
    </message>
    <message>
        <source>Let your shoulders face the camera: only the head turns.</source>
        <translation>Lassen Sie die Schultern zur Kamera zeigen: Nur der Kopf dreht sich.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Long break</source>
        <translation>Lange Pause</translation>
    </message>
    <message>
        <source>Long every</source>
        <translation>Lange Pause alle</translation>
    </message>
    <message>
        <source>Long lasts</source>
        <translation>Lange Pause dauert</translation>
    </message>
    <message>
        <source>Longer between two measurements counts as nothing.</source>
        <translation>Eine längere Zeit zwischen zwei Messungen zählt nicht.</translation>
    </message>
    <message>
        <source>Look at something far away, 6 m or more, for 20 s.</source>
        <translation>Sehen Sie 20 s lang auf etwas Entferntes, 6 m oder weiter.</translation>
    </message>
    <message>
        <source>Look gap</source>
        <translation>Lücke zwischen Blicken</translation>
    </message>
    <message>
        <source>Looking for this picture</source>
        <translation>Dieses Bild wird gesucht</translation>
    </message>
    <message>
        <source>Looks further apart than this are not joined.</source>
        <translation>Blicke mit größerem Abstand werden nicht verbunden.</translation>
    </message>
    <message>
        <source>Looks in a row that find nobody there: one fails in 2 % of rendered side views.</source>
        <translation>Blicke nacheinander, die niemanden finden: Einer geht bei 2 % der gerenderten Seitenansichten fehl.</translation>
    </message>
    <message>
        <source>Lower than `enter_deg`, because the angles&apos; own error is about 5 degrees.</source>
        <translation>Kleiner als `enter_deg`, weil der Fehler der Winkel selbst etwa 5 Grad beträgt.</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Max gap</source>
        <translation>Größte Lücke</translation>
    </message>
    <message>
        <source>Max sd</source>
        <translation>Größte Unsicherheit</translation>
    </message>
    <message>
        <source>Mean brightness under which a missing person may only be unseen.</source>
        <translation>Mittlere Helligkeit, unter der eine fehlende Person vielleicht nur nicht zu sehen ist.</translation>
    </message>
    <message>
        <source>MediaPipe could not read frame {0} ({1}x{2}): {3}</source>
        <translation>MediaPipe konnte Bild {0} ({1}x{2}) nicht lesen: {3}</translation>
    </message>
    <message>
        <source>MediaPipe could not start with {0}: {1}. On Linux it needs the system libraries libEGL and libGLESv2 (Debian: apt install libegl1 libgles2)</source>
        <translation>MediaPipe konnte mit {0} nicht starten: {1}. Unter Linux braucht es die Systembibliotheken libEGL und libGLESv2 (Debian: apt install libegl1 libgles2)</translation>
    </message>
    <message>
        <source>MediaPipe&apos;s own threshold after its sigmoid.</source>
        <translation>Die eigene Schwelle von MediaPipe nach der Sigmoidfunktion.</translation>
    </message>
    <message>
        <source>Micro every</source>
        <translation>Kurze Pause alle</translation>
    </message>
    <message>
        <source>Micro lasts</source>
        <translation>Kurze Pause dauert</translation>
    </message>
    <message>
        <source>Middle of the shoulders sideways, in frame widths: 99 % of those stay within 0.1, and with a chair that rolls a little within 0.2.</source>
        <translation>Mitte der Schultern seitlich, in Bildbreiten: 99 % davon bleiben innerhalb von 0.1, und mit einem etwas rollenden Stuhl innerhalb von 0.2.</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Mindestdauer</translation>
    </message>
    <message>
        <source>Min count</source>
        <translation>Mindestanzahl</translation>
    </message>
    <message>
        <source>Min measured</source>
        <translation>Mindestanteil gemessen</translation>
    </message>
    <message>
        <source>Min same view</source>
        <translation>Mindestanteil gleicher Ansicht</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Move back until your raised hands stay in the picture.</source>
        <translation>Rücken Sie zurück, bis Ihre erhobenen Hände im Bild bleiben.</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Bewegt</translation>
    </message>
    <message>
        <source>Movement breaks, counted by the time that you were seen sitting.</source>
        <translation>Bewegungspausen, gezählt nach der Zeit, in der Sie sitzend zu sehen waren.</translation>
    </message>
    <message>
        <source>Moves your arms and shoulder blades up and down as far as they go.</source>
        <translation>Bewegt Arme und Schulterblätter auf und ab, so weit sie gehen.</translation>
    </message>
    <message>
        <source>Moves your head back over your shoulders, as if to make a double chin.</source>
        <translation>Bewegt den Kopf zurück über die Schultern, wie um ein Doppelkinn zu machen.</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>In Bewegung</translation>
    </message>
    <message>
        <source>NHS advice on back pain, as quoted by redflagsymptoms.co.uk and Sheffield MSK</source>
        <translation>Rat des NHS zu Rückenschmerzen, nach redflagsymptoms.co.uk und Sheffield MSK</translation>
    </message>
    <message>
        <source>Neck rotation</source>
        <translation>Kopfdrehung</translation>
    </message>
    <message>
        <source>Never fall asleep on it.</source>
        <translation>Schlafen Sie nie darauf ein.</translation>
    </message>
    <message>
        <source>Next long break in {0}</source>
        <translation>Nächste lange Pause in {0}</translation>
    </message>
    <message>
        <source>Next short break in {0}</source>
        <translation>Nächste kurze Pause in {0}</translation>
    </message>
    <message>
        <source>Next warning</source>
        <translation>Nächster Hinweis</translation>
    </message>
    <message>
        <source>No alert yet</source>
        <translation>Noch kein Hinweis</translation>
    </message>
    <message>
        <source>No break today so far.</source>
        <translation>Heute bisher keine Pause.</translation>
    </message>
    <message>
        <source>No camera: {0}</source>
        <translation>Keine Kamera: {0}</translation>
    </message>
    <message>
        <source>No place chosen; none is needed</source>
        <translation>Keine Stelle gewählt; es muss keine sein</translation>
    </message>
    <message>
        <source>No warnings, for nothing is judged</source>
        <translation>Keine Hinweise, denn nichts wird beurteilt</translation>
    </message>
    <message>
        <source>Nobody counts: posture does not watch now.</source>
        <translation>Niemand zählt: Posture beobachtet gerade nicht.</translation>
    </message>
    <message>
        <source>Nose up</source>
        <translation>Nase oben</translation>
    </message>
    <message>
        <source>Not a medical device. Angles are estimates from a camera, compared with your own upright posture, for general wellness. It does not diagnose, treat or prevent any condition.</source>
        <translation>Kein Medizinprodukt. Winkel sind Schätzungen aus Kamerabildern, verglichen mit Ihrer eigenen aufrechten Haltung, für das allgemeine Wohlbefinden. Es dient nicht der Diagnose, Behandlung oder Vorbeugung irgendeiner Erkrankung.</translation>
    </message>
    <message>
        <source>Not counted: smaller than your first ones, or something else moved.</source>
        <translation>Nicht gezählt: kleiner als die ersten, oder etwas anderes hat sich bewegt.</translation>
    </message>
    <message>
        <source>Not judged: there is no baseline</source>
        <translation>Nicht beurteilt: Es gibt keine Ausgangshaltung</translation>
    </message>
    <message>
        <source>Not now, but &amp;at</source>
        <translation>Nicht &amp;jetzt, sondern um</translation>
    </message>
    <message>
        <source>Not urgent: make an appointment</source>
        <translation>Nicht dringend: einen Termin machen</translation>
    </message>
    <message>
        <source>Noted: {0}</source>
        <translation>Notiert: {0}</translation>
    </message>
    <message>
        <source>Nothing can be proposed</source>
        <translation>Es kann nichts vorgeschlagen werden</translation>
    </message>
    <message>
        <source>Nothing is judged: {0}</source>
        <translation>Nichts wird beurteilt: {0}</translation>
    </message>
    <message>
        <source>Nothing is proposed</source>
        <translation>Es wird nichts vorgeschlagen</translation>
    </message>
    <message>
        <source>Nothing was done this time.</source>
        <translation>Diesmal wurde nichts getan.</translation>
    </message>
    <message>
        <source>Nothing was entered yet.</source>
        <translation>Noch nichts eingetragen.</translation>
    </message>
    <message>
        <source>Nothing was kept of {span}. The history grows while posture watches through the webcam.</source>
        <translation>Von {span} wurde nichts aufgehoben. Der Verlauf wächst, während Posture durch die Webcam beobachtet.</translation>
    </message>
    <message>
        <source>Notice after</source>
        <translation>Späterer Hinweis nach</translation>
    </message>
    <message>
        <source>Notice dim</source>
        <translation>Späterer Hinweis dunkler</translation>
    </message>
    <message>
        <source>Notice edge</source>
        <translation>Späterer Hinweis Rahmen</translation>
    </message>
    <message>
        <source>Notice message</source>
        <translation>Späterer Hinweis Nachricht</translation>
    </message>
    <message>
        <source>Notice sound</source>
        <translation>Späterer Hinweis Ton</translation>
    </message>
    <message>
        <source>Now come back slowly</source>
        <translation>Kommen Sie jetzt langsam zurück</translation>
    </message>
    <message>
        <source>Numbness around your genitals or buttocks</source>
        <translation>Taubheit um Genitalien oder Gesäß</translation>
    </message>
    <message>
        <source>Odd move</source>
        <translation>Auffällige Bewegung</translation>
    </message>
    <message>
        <source>Odd scale</source>
        <translation>Auffällige Größe</translation>
    </message>
    <message>
        <source>Odd turn</source>
        <translation>Auffällige Drehung</translation>
    </message>
    <message>
        <source>On battery, look only once in so many seconds, with the camera closed in between.</source>
        <translation>Im Akkubetrieb nur einmal in so vielen Sekunden hinsehen, dazwischen ist die Kamera geschlossen.</translation>
    </message>
    <message>
        <source>One arm is lower than the other.</source>
        <translation>Ein Arm ist tiefer als der andere.</translation>
    </message>
    <message>
        <source>One of the moments that were called wrong</source>
        <translation>Einer der Momente, die falsch genannt wurden</translation>
    </message>
    <message>
        <source>One page to &amp;take along…</source>
        <translation>Eine Seite zum &amp;Mitnehmen …</translation>
    </message>
    <message>
        <source>One page to take along</source>
        <translation>Eine Seite zum Mitnehmen</translation>
    </message>
    <message>
        <source>Overhead reach</source>
        <translation>Arme nach oben</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>Pages to read</source>
        <translation>Seiten zum Lesen</translation>
    </message>
    <message>
        <source>Pain, 0 to 10</source>
        <translation>Schmerz, 0 bis 10</translation>
    </message>
    <message>
        <source>Pictures that differ by less are not looked at again: grey levels of 255 beyond the noise, on average. In the samples no angle changes by 2.5 degrees without changing the picture by more; who sits still and sways a little stays below for a second or two.</source>
        <translation>Bilder, die sich um weniger unterscheiden, werden nicht erneut betrachtet: Graustufen von 255 über dem Rauschen, im Mittel. In den Beispielen ändert sich kein Winkel um 2,5 Grad, ohne das Bild stärker zu ändern; wer still sitzt und ein wenig schwankt, bleibt ein, zwei Sekunden lang darunter.</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Ruhen</translation>
    </message>
    <message>
        <source>Round your back</source>
        <translation>Rücken runden</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Sit tall and bend your elbows at your sides; follow the figure.</source>
        <translation>Sitzen Sie aufrecht, beugen Sie die Ellbogen neben dem Körper, und folgen Sie der Figur.</translation>
    </message>
    <message>
        <source>Sit tall, with your side to the camera, and follow the figure.</source>
        <translation>Sitzen Sie aufrecht, seitlich zur Kamera, und folgen Sie der Figur.</translation>
    </message>
    <message>
        <source>Then arch it, and look a little up. That is one; about eight times.</source>
        <translation>Strecken Sie ihn dann durch, und sehen Sie ein wenig nach oben. Das ist eine; etwa achtmal.</translation>
    </message>
    <message>
        <source>Passers-by are gone sooner.</source>
        <translation>Wer nur vorbeigeht, ist früher weg.</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each picture is looked at on this computer and forgotten at once. No picture is
stored, and nothing is sent anywhere.&lt;/p&gt;
&lt;p&gt;What is stored, in your own folders: your settings, your upright posture as a few numbers for
each camera, and a history: how long you sat upright or slouched in each minute, the alerts, breaks
and exercises. When you say that an alert was wrong, also the last five minutes as points of the
body, without pictures. A setting turns these off. What you enter into the diary is stored too.&lt;/p&gt;
&lt;p&gt;The camera is closed while you pause, while you are in a call, and while the screen is locked.
The icon and the window say at any time whether it is open. You can pause or quit whenever you
like.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jedes Bild wird auf diesem Computer betrachtet und sofort vergessen. Kein Bild wird gespeichert,
und nichts wird irgendwohin gesendet.&lt;/p&gt;
&lt;p&gt;Gespeichert werden, in Ihren eigenen Ordnern: Ihre Einstellungen, für jede Kamera Ihre aufrechte
Haltung als einige Zahlen, und ein Verlauf: wie lange Sie in jeder Minute aufrecht oder gebeugt saßen,
die Hinweise, Pausen und Übungen. Sagen Sie, dass ein Hinweis falsch war, auch die letzten fünf Minuten
als Punkte des Körpers, ohne Bilder. Eine Einstellung schaltet dies ab. Was Sie ins Tagebuch eintragen,
wird ebenfalls gespeichert.&lt;/p&gt;
&lt;p&gt;Die Kamera ist geschlossen, während Sie pausieren, während eines Gesprächs und während der
Bildschirm gesperrt ist. Symbol und Fenster sagen jederzeit, ob sie offen ist. Sie können jederzeit
pausieren oder beenden.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Days with the routine at the desk: an x for each, Monday first.</source>
        <translation>Tage mit dem Ablauf am Schreibtisch: für jeden ein x, Montag zuerst.</translation>
    </message>
    <message>
        <source>Days with the routine for the upper back, likewise.</source>
        <translation>Tage mit dem Ablauf für den oberen Rücken, ebenso.</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Schreibtisch</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Je Stunde</translation>
    </message>
    <message>
        <source>Persist</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>Stelle in der Aufzeichnung</translation>
    </message>
    <message>
        <source>Place where you sit or stand like this</source>
        <translation>Ort, an dem Sie so sitzen oder stehen</translation>
    </message>
    <message>
        <source>Plain timer: nothing is counted</source>
        <translation>Nur Zeitanzeige: Nichts wird gezählt</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Posture cannot say what it is, or what it comes from. It says this once a week at most.</source>
        <translation>Posture kann nicht sagen, was es ist oder woher es kommt. Es sagt dies höchstens einmal in der Woche.</translation>
    </message>
    <message>
        <source>Previous warning</source>
        <translation>Voriger Hinweis</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Put a cloth between the pack and your skin.</source>
        <translation>Legen Sie ein Tuch zwischen Packung und Haut.</translation>
    </message>
    <message>
        <source>Put your hands behind your head or in your lap.</source>
        <translation>Legen Sie die Hände hinter den Kopf oder in den Schoß.</translation>
    </message>
    <message>
        <source>RULA grades neck and trunk flexion in steps of 10 degrees.</source>
        <translation>RULA stuft die Beugung von Nacken und Rumpf in Schritten von 10 Grad ein.</translation>
    </message>
    <message>
        <source>Raise your elbows to the height of your shoulders, hands up.</source>
        <translation>Heben Sie die Ellbogen auf Schulterhöhe, die Hände nach oben.</translation>
    </message>
    <message>
        <source>Reach up with both hands, elbows straight as far as is comfortable.</source>
        <translation>Strecken Sie beide Hände nach oben, die Ellbogen gestreckt, so weit es angenehm ist.</translation>
    </message>
    <message>
        <source>Reaching for something takes less.</source>
        <translation>Nach etwas zu greifen dauert weniger lang.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Aufrichten</translation>
    </message>
    <message>
        <source>Recovery rate</source>
        <translation>Rate des Aufrichtens</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Erinnern</translation>
    </message>
    <message>
        <source>Remind at</source>
        <translation>Erinnern um</translation>
    </message>
    <message>
        <source>Remind of the diary once a day.</source>
        <translation>Einmal am Tag an das Tagebuch erinnern.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the entry of {0}</source>
        <translation>Den Eintrag von {0} entfernen</translation>
    </message>
    <message>
        <source>Removes the entry that was just made</source>
        <translation>Entfernt den eben gemachten Eintrag</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Rest of the break</source>
        <translation>Rest der Pause</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Right arrow</source>
        <translation>Pfeil rechts</translation>
    </message>
    <message>
        <source>Rival</source>
        <translation>Andere Person</translation>
    </message>
    <message>
        <source>Roll your shoulders, slowly, a few times each way.</source>
        <translation>Kreisen Sie die Schultern, langsam, einige Male in jede Richtung.</translation>
    </message>
    <message>
        <source>Rounds and arches your back in turn, and so moves all of it.</source>
        <translation>Rundet und streckt den Rücken im Wechsel und bewegt ihn so ganz.</translation>
    </message>
    <message>
        <source>Routines</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Au&amp;slassen</translation>
    </message>
    <message>
        <source>S&amp;ounds</source>
        <translation>T&amp;öne</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>Say nothing in a call, or while another program uses the microphone.</source>
        <translation>Nichts sagen während eines Gesprächs, oder während ein anderes Programm das Mikrofon verwendet.</translation>
    </message>
    <message>
        <source>Say nothing while the battery saver is on.</source>
        <translation>Nichts sagen, während der Energiesparmodus an ist.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Sitzplatz</translation>
    </message>
    <message>
        <source>Seated cat and cow</source>
        <translation>Katze und Kuh im Sitzen</translation>
    </message>
    <message>
        <source>Seconds alone after which the tracked person stays the user when others come.</source>
        <translation>Sekunden allein, nach denen die verfolgte Person die gemeinte bleibt, wenn andere kommen.</translation>
    </message>
    <message>
        <source>Seconds between attempts to make the tracker follow the right person.</source>
        <translation>Sekunden zwischen Versuchen, die richtige Person verfolgen zu lassen.</translation>
    </message>
    <message>
        <source>Seconds between frames after which somebody must be seen afresh again.</source>
        <translation>Sekunden zwischen Bildern, nach denen jemand neu gesehen werden muss.</translation>
    </message>
    <message>
        <source>Seconds between looks at a steady person ...</source>
        <translation>Sekunden zwischen Blicken auf eine ruhige Person ...</translation>
    </message>
    <message>
        <source>Seconds between looks while a look contradicts what is believed.</source>
        <translation>Sekunden zwischen Blicken, solange ein Blick dem Angenommenen widerspricht.</translation>
    </message>
    <message>
        <source>Seconds between looks while in doubt or before belief.</source>
        <translation>Sekunden zwischen Blicken im Zweifel oder vor der Bestätigung.</translation>
    </message>
    <message>
        <source>Seconds of being as at the baseline that end it.</source>
        <translation>Sekunden wie bei der Ausgangshaltung, die es beenden.</translation>
    </message>
    <message>
        <source>Seconds of slouching that a second of upright sitting takes back.</source>
        <translation>Sekunden gebeugten Sitzens, die eine Sekunde aufrechten Sitzens zurücknimmt.</translation>
    </message>
    <message>
        <source>Seconds of slouching until the notice: well under the holding times of ISO 11226.</source>
        <translation>Sekunden gebeugten Sitzens bis zum späteren Hinweis: deutlich unter den Haltezeiten der ISO 11226.</translation>
    </message>
    <message>
        <source>Seconds that a known person may be lost (hand over the face, blur) before being absent.</source>
        <translation>Sekunden, die eine bekannte Person verloren sein darf (Hand vor dem Gesicht, Unschärfe), bevor sie als abwesend gilt.</translation>
    </message>
    <message>
        <source>Seconds that a newcomer is steady before being believed.</source>
        <translation>Sekunden, die eine neue Person ruhig ist, bevor ihr geglaubt wird.</translation>
    </message>
    <message>
        <source>Seconds that this lasts on: people seen from behind flicker to the front.</source>
        <translation>Sekunden, die das nachwirkt: Wer von hinten zu sehen ist, erscheint kurz wie von vorn.</translation>
    </message>
    <message>
        <source>Seconds: a stretch shorter than this is a snapshot.</source>
        <translation>Sekunden: Ein kürzerer Abschnitt ist eine Momentaufnahme.</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Abwarten</translation>
    </message>
    <message>
        <source>Settle look</source>
        <translation>Blick beim Abwarten</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Feststehend</translation>
    </message>
    <message>
        <source>Seven of them, Monday first, each none on a day off; say nothing outside them.</source>
        <translation>Sieben davon, Montag zuerst, an freien Tagen jeweils none; außerhalb davon nichts sagen.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Share of the measured frames seen from the same side.</source>
        <translation>Anteil der gemessenen Bilder, die von derselben Seite zu sehen sind.</translation>
    </message>
    <message>
        <source>Share of the stretch&apos;s frames that could be measured.</source>
        <translation>Anteil der Bilder des Abschnitts, die messbar waren.</translation>
    </message>
    <message>
        <source>Share slouched by weekday and hour</source>
        <translation>Anteil gebeugt nach Wochentag und Stunde</translation>
    </message>
    <message>
        <source>Short break</source>
        <translation>Kurze Pause</translation>
    </message>
    <message>
        <source>Shorter from shoulders to ears, two pixels of noise are worth 7 degrees.</source>
        <translation>Ist es von den Schultern zu den Ohren kürzer, machen zwei Pixel Rauschen 7 Grad aus.</translation>
    </message>
    <message>
        <source>Shoulder-blade squeeze</source>
        <translation>Schulterblätter zusammen</translation>
    </message>
    <message>
        <source>Shoulders crossed over: seen from behind. In 288 rendered frames of 12 bodies up to 0.08 from the side, 0.15 from 15 degrees behind it, 0.27 and more from the back.</source>
        <translation>Schultern vertauscht: von hinten gesehen. In 288 gerenderten Bildern von 12 Körpern bis 0.08 von der Seite, 0.15 von 15 Grad dahinter, 0.27 und mehr von hinten.</translation>
    </message>
    <message>
        <source>Show the pict&amp;ure, which is never stored</source>
        <translation>&amp;Kamerabild zeigen, nie gespeichert</translation>
    </message>
    <message>
        <source>Shows the days after; key: right</source>
        <translation>Zeigt die Tage danach; Taste: rechts</translation>
    </message>
    <message>
        <source>Shows the days before; key: left</source>
        <translation>Zeigt die Tage davor; Taste: links</translation>
    </message>
    <message>
        <source>Shows the days that today is among</source>
        <translation>Zeigt die Tage, zu denen heute gehört</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Side bend</source>
        <translation>Seitneigung</translation>
    </message>
    <message>
        <source>Sit nearer to the camera.</source>
        <translation>Setzen Sie sich näher an die Kamera.</translation>
    </message>
    <message>
        <source>Sit or stand so far back that the camera sees your raised hands; a wall behind you helps.</source>
        <translation>Sitzen oder stehen Sie so weit hinten, dass die Kamera Ihre erhobenen Hände sieht; eine Wand hinter Ihnen hilft.</translation>
    </message>
    <message>
        <source>Sit so far back that the camera sees your raised hands.</source>
        <translation>Sitzen Sie so weit hinten, dass die Kamera Ihre erhobenen Hände sieht.</translation>
    </message>
    <message>
        <source>Sit tall, facing the camera.</source>
        <translation>Sitzen Sie aufrecht, der Kamera zugewandt.</translation>
    </message>
    <message>
        <source>Sit tall, facing the camera; one hand may hold on to the seat.</source>
        <translation>Sitzen Sie aufrecht, der Kamera zugewandt; eine Hand darf sich am Sitz halten.</translation>
    </message>
    <message>
        <source>Sit upright, the way you like to sit, and look at your screen.</source>
        <translation>Sitzen Sie aufrecht, so wie Sie gern sitzen, und schauen Sie auf Ihren Bildschirm.</translation>
    </message>
    <message>
        <source>Sit upright, the way you like to sit, and press Start.</source>
        <translation>Sitzen Sie aufrecht, so wie Sie gern sitzen, und drücken Sie „Starten“.</translation>
    </message>
    <message>
        <source>Sit with your side to the camera, near the front of the chair, hands on your knees.</source>
        <translation>Sitzen Sie seitlich zur Kamera, vorn auf dem Stuhl, die Hände auf den Knien.</translation>
    </message>
    <message>
        <source>Sit with your side to the camera, the chair&apos;s back below your shoulder blades.</source>
        <translation>Sitzen Sie seitlich zur Kamera, die Lehne unterhalb der Schulterblätter.</translation>
    </message>
    <message>
        <source>Sitting upright must last this long to end a slouch.</source>
        <translation>So lange muss aufrechtes Sitzen andauern, um gebeugtes Sitzen zu beenden.</translation>
    </message>
    <message>
        <source>Size in the picture against the baseline&apos;s, or the inverse. Over 14,170 rendered postures on one spot 99 % stay within 1.4; those of whole minutes within 1.25. More than that is allowed, because whoever hunches towards the screen is nearer too, and is to be told.</source>
        <translation>Größe im Bild gegenüber der Ausgangshaltung oder umgekehrt. Von 14 170 gerenderten Haltungen an einem Ort bleiben 99 % innerhalb von 1.4, über ganze Minuten innerhalb von 1.25. Mehr als das ist erlaubt, denn wer sich zum Bildschirm beugt, ist auch näher und soll erinnert werden.</translation>
    </message>
    <message>
        <source>Skip this one</source>
        <translation>Diese auslassen</translation>
    </message>
    <message>
        <source>Slide both arms up slowly, and back down to shoulder height.</source>
        <translation>Schieben Sie beide Arme langsam nach oben und zurück auf Schulterhöhe.</translation>
    </message>
    <message>
        <source>Slide your head back</source>
        <translation>Kopf nach hinten schieben</translation>
    </message>
    <message>
        <source>Slide your head straight back; your chin stays level.</source>
        <translation>Schieben Sie den Kopf gerade nach hinten; das Kinn bleibt waagerecht.</translation>
    </message>
    <message>
        <source>Slouched</source>
        <translation>Gebeugt</translation>
    </message>
    <message>
        <source>Slouches</source>
        <translation>Gebeugt gesessen</translation>
    </message>
    <message>
        <source>Slouching begins at</source>
        <translation>Gebeugtes Sitzen beginnt bei</translation>
    </message>
    <message>
        <source>Slouching must last</source>
        <translation>Gebeugtes Sitzen muss andauern</translation>
    </message>
    <message>
        <source>Slouching must last this long: people shift, and 4 s is already a static posture.</source>
        <translation>So lange muss gebeugtes Sitzen andauern: Man bewegt sich, und 4 s sind schon eine statische Haltung.</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Snooze {0} min</source>
        <translation>{0} min Ruhe</translation>
    </message>
    <message>
        <source>Some people find about 20 minutes of gentle heat, then a cold pack for 10 to 15 minutes, comforting; others like only one of them, or neither.</source>
        <translation>Manche Menschen empfinden etwa 20 Minuten milde Wärme und danach 10 bis 15 Minuten eine Kaltpackung als angenehm; andere mögen nur eines davon oder keines.</translation>
    </message>
    <message>
        <source>Something in {0} is wrong and not used:</source>
        <translation>Etwas in {0} ist falsch und wird nicht verwendet:</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Sounds at all</source>
        <translation>Töne überhaupt</translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation>Quelle: {0}</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Schulterbreite</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Stand at a window and look into the distance.</source>
        <translation>Stellen Sie sich an ein Fenster, und sehen Sie in die Ferne.</translation>
    </message>
    <message>
        <source>Stand in a doorway, forearms on both sides of the frame, elbows at shoulder height.</source>
        <translation>Stellen Sie sich in eine Tür, die Unterarme an beiden Seiten des Rahmens, die Ellbogen auf Schulterhöhe.</translation>
    </message>
    <message>
        <source>Stand up and let your arms hang.</source>
        <translation>Stehen Sie auf, und lassen Sie die Arme hängen.</translation>
    </message>
    <message>
        <source>Stand up and stretch the way you like.</source>
        <translation>Stehen Sie auf, und strecken Sie sich, wie Sie mögen.</translation>
    </message>
    <message>
        <source>Standing up and being away count as breaks. Only the time in which the camera saw you sit is counted. How often and how long breaks are is a matter of taste: the settings change it.</source>
        <translation>Aufstehen und Weggehen gelten als Pausen. Gezählt wird nur die Zeit, in der die Kamera Sie sitzen sah. Wie oft und wie lang Pausen sind, ist Geschmackssache: Die Einstellungen ändern es.</translation>
    </message>
    <message>
        <source>Start position</source>
        <translation>Startposition</translation>
    </message>
    <message>
        <source>Start posture when I &amp;log in</source>
        <translation>Posture beim &amp;Anmelden starten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>Stay in front of the camera for longer.</source>
        <translation>Bleiben Sie länger vor der Kamera.</translation>
    </message>
    <message>
        <source>Stay in the picture for a moment.</source>
        <translation>Bleiben Sie einen Moment im Bild.</translation>
    </message>
    <message>
        <source>Stay like this for {0} s</source>
        <translation>Bleiben Sie {0} s so sitzen</translation>
    </message>
    <message>
        <source>Stay like this.</source>
        <translation>Bleiben Sie so sitzen.</translation>
    </message>
    <message>
        <source>Stay slumped.</source>
        <translation>Bleiben Sie so zusammengesunken sitzen.</translation>
    </message>
    <message>
        <source>Step through with one foot until you feel a gentle stretch at the front.</source>
        <translation>Treten Sie mit einem Fuß hindurch, bis Sie vorn eine leichte Dehnung spüren.</translation>
    </message>
    <message>
        <source>Still</source>
        <translation>Unbewegt</translation>
    </message>
    <message>
        <source>Stop if pain grows, or you feel dizzy, numb or pins and needles.</source>
        <translation>Hören Sie auf, wenn Schmerzen zunehmen, Ihnen schwindelig wird oder etwas taub wird oder kribbelt.</translation>
    </message>
    <message>
        <source>Straighten your elbows, as far as is comfortable.</source>
        <translation>Strecken Sie die Ellbogen, so weit es angenehm ist.</translation>
    </message>
    <message>
        <source>Stray</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Stretches both arms up, and your trunk with them.</source>
        <translation>Streckt beide Arme nach oben, und den Rumpf mit ihnen.</translation>
    </message>
    <message>
        <source>Stretches the front of your chest and shoulders.</source>
        <translation>Dehnt Brust und Schultern vorn.</translation>
    </message>
    <message>
        <source>Suggest a break when you have sat for long. Standing and being away count as breaks.</source>
        <translation>Eine Pause vorschlagen, wenn Sie lange gesessen haben. Stehen und Weggehen gelten als Pausen.</translation>
    </message>
    <message>
        <source>Suggest breaks</source>
        <translation>Pausen vorschlagen</translation>
    </message>
    <message>
        <source>Suggested: {0}</source>
        <translation>Vorgeschlagen: {0}</translation>
    </message>
    <message>
        <source>Suggests it again after some more sitting</source>
        <translation>Schlägt sie nach etwas weiterem Sitzen wieder vor</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So</translation>
    </message>
    <message>
        <source>Switch on a lamp in front of you.</source>
        <translation>Schalten Sie eine Lampe vor sich ein.</translation>
    </message>
    <message>
        <source>Take a &amp;break…</source>
        <translation>&amp;Pause machen …</translation>
    </message>
    <message>
        <source>Take a new &amp;baseline</source>
        <translation>Neue &amp;Ausgangshaltung</translation>
    </message>
    <message>
        <source>Take a posture</source>
        <translation>Haltung aufnehmen</translation>
    </message>
    <message>
        <source>Take it off at once if it is unpleasant, or your skin stings, burns or goes numb.</source>
        <translation>Nehmen Sie es sofort weg, wenn es unangenehm ist oder die Haut sticht, brennt oder taub wird.</translation>
    </message>
    <message>
        <source>Take the cold pack off now</source>
        <translation>Nehmen Sie die Kaltpackung jetzt weg</translation>
    </message>
    <message>
        <source>Take the heat off now</source>
        <translation>Nehmen Sie die Wärme jetzt weg</translation>
    </message>
    <message>
        <source>Take the posture that you want to accept, and look at your screen.</source>
        <translation>Nehmen Sie die Haltung ein, die gelten soll, und schauen Sie auf Ihren Bildschirm.</translation>
    </message>
    <message>
        <source>Take the stairs, or a few steps outside.</source>
        <translation>Nehmen Sie die Treppe, oder gehen Sie ein paar Schritte nach draußen.</translation>
    </message>
    <message>
        <source>Taken. Accept it, or take it again.</source>
        <translation>Aufgenommen. Übernehmen Sie die Haltung oder nehmen Sie sie noch einmal auf.</translation>
    </message>
    <message>
        <source>Talking to somebody takes less, mostly.</source>
        <translation>Ein Gespräch mit jemandem dauert meist weniger lang.</translation>
    </message>
    <message>
        <source>Tell a cue by a border around the screen, until you sit up; needs the window.</source>
        <translation>Beim ersten Hinweis einen Rahmen um den Bildschirm zeigen, bis Sie sich aufrichten; braucht das Fenster.</translation>
    </message>
    <message>
        <source>Tell a cue by a message of the desktop.</source>
        <translation>Beim ersten Hinweis eine Nachricht auf dem Desktop zeigen.</translation>
    </message>
    <message>
        <source>Tell a cue by a slightly darker screen, until you sit up; needs the window.</source>
        <translation>Beim ersten Hinweis den Bildschirm etwas abdunkeln, bis Sie sich aufrichten; braucht das Fenster.</translation>
    </message>
    <message>
        <source>Tell a cue by a sound, if `sounds` is on.</source>
        <translation>Beim ersten Hinweis einen Ton abspielen, wenn Töne eingeschaltet sind.</translation>
    </message>
    <message>
        <source>Tell a notice by a border around the screen, until you sit up; needs the window.</source>
        <translation>Beim späteren Hinweis einen Rahmen um den Bildschirm zeigen, bis Sie sich aufrichten; braucht das Fenster.</translation>
    </message>
    <message>
        <source>Tell a notice by a message of the desktop.</source>
        <translation>Beim späteren Hinweis eine Nachricht auf dem Desktop zeigen.</translation>
    </message>
    <message>
        <source>Tell a notice by a slightly darker screen, until you sit up; needs the window.</source>
        <translation>Beim späteren Hinweis den Bildschirm etwas abdunkeln, bis Sie sich aufrichten; braucht das Fenster.</translation>
    </message>
    <message>
        <source>Tell a notice by a sound, if `sounds` is on.</source>
        <translation>Beim späteren Hinweis einen Ton abspielen, wenn Töne eingeschaltet sind.</translation>
    </message>
    <message>
        <source>Thank you. Now slump, the way you do when you are tired.</source>
        <translation>Danke. Sinken Sie nun zusammen, so wie wenn Sie müde sind.</translation>
    </message>
    <message>
        <source>That helped</source>
        <translation>Das hat geholfen</translation>
    </message>
    <message>
        <source>That was wrong</source>
        <translation>Das war falsch</translation>
    </message>
    <message>
        <source>The camera</source>
        <translation>Die Kamera</translation>
    </message>
    <message>
        <source>The camera does not see this movement well enough from here.</source>
        <translation>Die Kamera sieht diese Bewegung von hier aus nicht gut genug.</translation>
    </message>
    <message>
        <source>The camera does not see your head and shoulders.</source>
        <translation>Die Kamera sieht Kopf und Schultern nicht.</translation>
    </message>
    <message>
        <source>The camera is not in use</source>
        <translation>Die Kamera wird nicht verwendet</translation>
    </message>
    <message>
        <source>The cold pack is &amp;on</source>
        <translation>Die &amp;Kaltpackung liegt auf</translation>
    </message>
    <message>
        <source>The display stands still for you to look at. Posture goes on watching.</source>
        <translation>Die Anzeige steht zum Betrachten still. Posture beobachtet weiter.</translation>
    </message>
    <message>
        <source>The entry of {0} was removed.</source>
        <translation>Der Eintrag von {0} wurde entfernt.</translation>
    </message>
    <message>
        <source>The history is still empty. It grows while posture watches.</source>
        <translation>Der Verlauf ist noch leer. Er wächst, während Posture beobachtet.</translation>
    </message>
    <message>
        <source>The judged change from your baseline in one of these moments</source>
        <translation>Die beurteilte Änderung zu Ihrer Ausgangshaltung in einem der Momente</translation>
    </message>
    <message>
        <source>The judged change in one of these moments (dashed: as proposed)</source>
        <translation>Die beurteilte Änderung in einem der Momente (gestrichelt: Vorschlag)</translation>
    </message>
    <message>
        <source>The keys 0 to 9 choose, and so do the arrows</source>
        <translation>Die Tasten 0 bis 9 wählen aus, die Pfeiltasten ebenso</translation>
    </message>
    <message>
        <source>The last alert &amp;helped</source>
        <translation>Der letzte Hinweis hat ge&amp;holfen</translation>
    </message>
    <message>
        <source>The last alert was &amp;wrong</source>
        <translation>Der letzte Hinweis war fa&amp;lsch</translation>
    </message>
    <message>
        <source>The last four weeks</source>
        <translation>Die letzten vier Wochen</translation>
    </message>
    <message>
        <source>The picture is seen only here, and never stored.</source>
        <translation>Das Bild ist nur hier zu sehen und wird nie gespeichert.</translation>
    </message>
    <message>
        <source>The place is freshly swollen: no heat</source>
        <translation>Die Stelle ist frisch geschwollen: keine Wärme</translation>
    </message>
    <message>
        <source>The recording has changed since it was opened; open it again</source>
        <translation>Die Aufzeichnung hat sich seit dem Öffnen geändert; öffnen Sie sie erneut</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>Die Aufzeichnung ist zu Ende</translation>
    </message>
    <message>
        <source>The recording was not analysed</source>
        <translation>Die Aufzeichnung wurde nicht ausgewertet</translation>
    </message>
    <message>
        <source>The recording&apos;s picture with what was seen in it</source>
        <translation>Das Bild der Aufzeichnung mit dem, was darin gesehen wurde</translation>
    </message>
    <message>
        <source>The same for a stretch that the user chose.</source>
        <translation>Dasselbe für einen selbst gewählten Abschnitt.</translation>
    </message>
    <message>
        <source>The skin there is broken or irritated</source>
        <translation>Die Haut dort ist verletzt oder gereizt</translation>
    </message>
    <message>
        <source>There would have been no warning</source>
        <translation>Es hätte keinen Hinweis gegeben</translation>
    </message>
    <message>
        <source>This could not be used.</source>
        <translation>Das war nicht verwendbar.</translation>
    </message>
    <message>
        <source>This list is the same for everybody: posture does not know whether any of it applies to you. Please read it before you exercise, and when something hurts.</source>
        <translation>Diese Liste ist für alle gleich: Posture weiß nicht, ob etwas davon auf Sie zutrifft. Bitte lesen Sie sie, bevor Sie üben, und wenn etwas schmerzt.</translation>
    </message>
    <message>
        <source>This was not noted: {0}</source>
        <translation>Das wurde nicht notiert: {0}</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Time by state, ten minutes each</source>
        <translation>Zeit nach Zustand, je zehn Minuten</translation>
    </message>
    <message>
        <source>Time for a longer break?</source>
        <translation>Zeit für eine längere Pause?</translation>
    </message>
    <message>
        <source>Time for a short break?</source>
        <translation>Zeit für eine kurze Pause?</translation>
    </message>
    <message>
        <source>Time for your diary</source>
        <translation>Zeit für Ihr Tagebuch</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Time to move?</source>
        <translation>Zeit für Bewegung?</translation>
    </message>
    <message>
        <source>Today by minute</source>
        <translation>Heute nach Minuten</translation>
    </message>
    <message>
        <source>Today: {0} upright, {1} slouched</source>
        <translation>Heute: {0} aufrecht, {1} gebeugt</translation>
    </message>
    <message>
        <source>Together in time is not cause.</source>
        <translation>Zeitgleich heißt nicht ursächlich.</translation>
    </message>
    <message>
        <source>Trouble peeing, or loss of control over your bladder or bowel</source>
        <translation>Schwierigkeiten beim Wasserlassen, oder Verlust der Kontrolle über Blase oder Darm</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Turn of the shoulders against the baseline&apos;s; beyond it no frame is judged anyway.</source>
        <translation>Drehung der Schultern gegenüber der Ausgangshaltung; darüber hinaus wird ohnehin kein Bild beurteilt.</translation>
    </message>
    <message>
        <source>Turn the camera, or move back, until it sees head and shoulders.</source>
        <translation>Drehen Sie die Kamera oder rücken Sie zurück, bis sie Kopf und Schultern sieht.</translation>
    </message>
    <message>
        <source>Turn towards the camera.</source>
        <translation>Drehen Sie sich zur Kamera.</translation>
    </message>
    <message>
        <source>Turn your chair so that the camera sees you from the side.</source>
        <translation>Drehen Sie den Stuhl so, dass die Kamera Sie von der Seite sieht.</translation>
    </message>
    <message>
        <source>Turn your head slowly to one side; your shoulders stay, your chin stays level.</source>
        <translation>Drehen Sie den Kopf langsam zu einer Seite; die Schultern bleiben, das Kinn bleibt waagerecht.</translation>
    </message>
    <message>
        <source>Turns your head to one side, then to the other.</source>
        <translation>Dreht den Kopf zu einer Seite, dann zur anderen.</translation>
    </message>
    <message>
        <source>Unmeasured</source>
        <translation>Ohne Messung</translation>
    </message>
    <message>
        <source>Unmeasured for longer, the state is unknown, or away when nobody is there.</source>
        <translation>Länger ohne Messung ist der Zustand unbekannt, oder abwesend, wenn niemand da ist.</translation>
    </message>
    <message>
        <source>Up to here the view is from the front.</source>
        <translation>Bis hier ist die Ansicht von vorn.</translation>
    </message>
    <message>
        <source>Upper back</source>
        <translation>Oberer Rücken</translation>
    </message>
    <message>
        <source>Upper back over the chair</source>
        <translation>Oberer Rücken über die Lehne</translation>
    </message>
    <message>
        <source>Upper back, 10 minutes</source>
        <translation>Oberer Rücken, 10 Minuten</translation>
    </message>
    <message>
        <source>Upright: near your baseline</source>
        <translation>Aufrecht: nahe Ihrer Ausgangshaltung</translation>
    </message>
    <message>
        <source>Upright: neck {0} from your baseline</source>
        <translation>Aufrecht: Nacken {0} von Ihrer Ausgangshaltung entfernt</translation>
    </message>
    <message>
        <source>Urgent: ask for advice today</source>
        <translation>Dringend: heute um Rat fragen</translation>
    </message>
    <message>
        <source>Use a chair that neither tips nor rolls.</source>
        <translation>Nehmen Sie einen Stuhl, der weder kippt noch rollt.</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <source>W&amp;oke you at night</source>
        <translation>Hat Sie nachts ge&amp;weckt</translation>
    </message>
    <message>
        <source>Waiting for the first picture</source>
        <translation>Warten auf das erste Bild</translation>
    </message>
    <message>
        <source>Walk a few steps, to the window perhaps.</source>
        <translation>Gehen Sie ein paar Schritte, vielleicht zum Fenster.</translation>
    </message>
    <message>
        <source>Walk around for a few minutes.</source>
        <translation>Gehen Sie einige Minuten umher.</translation>
    </message>
    <message>
        <source>Wall angel</source>
        <translation>Wandengel</translation>
    </message>
    <message>
        <source>Warm, not hot: choose the low or medium setting.</source>
        <translation>Warm, nicht heiß: Wählen Sie die niedrige oder mittlere Stufe.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Watch frames</source>
        <translation>Beobachten, Bilder</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Watching through: {0}</source>
        <translation>Beobachtet wird durch: {0}</translation>
    </message>
    <message>
        <source>Weakness, pain, tingling or numbness in both legs</source>
        <translation>Schwäche, Schmerzen, Kribbeln oder Taubheit in beiden Beinen</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What a stretch must offer to be believed.</source>
        <translation>Was ein Abschnitt bieten muss, um zu gelten.</translation>
    </message>
    <message>
        <source>What is another place, and for how long before it counts. A pair: when it begins, and ends.</source>
        <translation>Was ein anderer Ort ist und wie lange, bevor es zählt. Ein Paar: wann es beginnt und wann es endet.</translation>
    </message>
    <message>
        <source>What is kept of your days: minutes, slouches and alerts, never a picture.</source>
        <translation>Was von Ihren Tagen aufgehoben wird: Minuten, gebeugtes Sitzen und Hinweise, nie ein Bild.</translation>
    </message>
    <message>
        <source>What is shorter, such as a glance at the keyboard, is never told.</source>
        <translation>Was kürzer ist, etwa ein Blick auf die Tastatur, wird nie gemeldet.</translation>
    </message>
    <message>
        <source>What it does, and what not</source>
        <translation>Was es tut und was nicht</translation>
    </message>
    <message>
        <source>What silences the alerts, and what frees the camera; a locked or sleeping computer does.</source>
        <translation>Was Hinweise unterdrückt und was die Kamera freigibt; ein gesperrter oder schlafender Computer tut beides.</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>Was jetzt zu tun ist</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation>Was wurde getan?</translation>
    </message>
    <message>
        <source>What was noted</source>
        <translation>Was notiert wurde</translation>
    </message>
    <message>
        <source>What was noted, beside how you sat. Together in time is not cause.</source>
        <translation>Was notiert wurde, neben dem, wie Sie saßen. Zeitgleich heißt nicht ursächlich.</translation>
    </message>
    <message>
        <source>What was seen in an unmoved picture counts for so long at most: nobody sits as a ghost.</source>
        <translation>Was in einem unbewegten Bild zu sehen war, gilt höchstens so lange: Niemand sitzt als Geist da.</translation>
    </message>
    <message>
        <source>What would become of each alert</source>
        <translation>Was aus jedem Hinweis würde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When a change is a slouch. Degrees of change from the baseline, and seconds.</source>
        <translation>Wann eine Veränderung gebeugtes Sitzen ist. Grad Veränderung gegenüber der Ausgangshaltung, und Sekunden.</translation>
    </message>
    <message>
        <source>When battery saver</source>
        <translation>Im Energiesparmodus</translation>
    </message>
    <message>
        <source>When do not disturb</source>
        <translation>Bei „Nicht stören“</translation>
    </message>
    <message>
        <source>When full screen</source>
        <translation>Bei Vollbild</translation>
    </message>
    <message>
        <source>When in call</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>When it is quiet</source>
        <translation>Wann Ruhe ist</translation>
    </message>
    <message>
        <source>When landmarks are not to be trusted.</source>
        <translation>Wann Körperpunkten nicht zu trauen ist.</translation>
    </message>
    <message>
        <source>When on battery</source>
        <translation>Im Akkubetrieb</translation>
    </message>
    <message>
        <source>When presentation</source>
        <translation>Bei einer Präsentation</translation>
    </message>
    <message>
        <source>When to ask somebody</source>
        <translation>Wann Sie jemanden fragen sollten</translation>
    </message>
    <message>
        <source>When to believe what MediaPipe reports. &quot;m&quot; are metres at the person&apos;s depth.</source>
        <translation>Wann zu glauben ist, was MediaPipe meldet. „m“ sind Meter in der Entfernung der Person.</translation>
    </message>
    <message>
        <source>When you are told</source>
        <translation>Wann Sie erinnert werden</translation>
    </message>
    <message>
        <source>When, on your clock.</source>
        <translation>Wann, nach Ihrer Uhr.</translation>
    </message>
    <message>
        <source>Where on the back</source>
        <translation>Wo am Rücken</translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation>Woher das kommt</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Wo?</translation>
    </message>
    <message>
        <source>Whether you are reminded of your diary; the reminder says nothing of what is in it.</source>
        <translation>Ob Sie an Ihr Tagebuch erinnert werden; die Erinnerung sagt nichts darüber, was darin steht.</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>Welche Kamera</translation>
    </message>
    <message>
        <source>Which camera is watched through.</source>
        <translation>Durch welche Kamera beobachtet wird.</translation>
    </message>
    <message>
        <source>Which means tell a cue, and which a notice; all may be off.</source>
        <translation>Wie der erste und wie der spätere Hinweis gegeben wird; alles darf aus sein.</translation>
    </message>
    <message>
        <source>Which routine on which days of the week, Monday first: one letter a day.</source>
        <translation>Welcher Ablauf an welchen Wochentagen, Montag zuerst: ein Buchstabe je Tag.</translation>
    </message>
    <message>
        <source>While a window fills the screen</source>
        <translation>Während ein Fenster den Bildschirm füllt</translation>
    </message>
    <message>
        <source>While nothing changes. A change is seen 0.8 s late at most, well inside the running median of 3 s, and a picture that is lost makes no gap (`max_gap_s`).</source>
        <translation>Solange sich nichts ändert. Eine Veränderung wird höchstens 0.8 s zu spät gesehen, weit innerhalb des gleitenden Medians von 3 s, und ein verlorenes Bild macht keine Lücke (`max_gap_s`).</translation>
    </message>
    <message>
        <source>While the desktop is not to disturb</source>
        <translation>Während „Nicht stören“ eingeschaltet ist</translation>
    </message>
    <message>
        <source>While you sit still. More costs more of the processor and battery.</source>
        <translation>Während Sie still sitzen. Mehr kostet mehr Rechenzeit und Akku.</translation>
    </message>
    <message>
        <source>Widest believable shoulders: at most 0.38 in true frames.</source>
        <translation>Breiteste glaubhafte Schultern: höchstens 0.38 in echten Bildern.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Window of the running median in front of the thresholds.</source>
        <translation>Fenster des gleitenden Medians vor den Schwellen.</translation>
    </message>
    <message>
        <source>With osteoporosis, or after a broken vertebra, leave out bending forward and twisting, and ask a physiotherapist which movements suit you.</source>
        <translation>Bei Osteoporose oder nach einem Wirbelbruch: Lassen Sie Vorbeugen und Verdrehen weg, und fragen Sie in der Physiotherapie, welche Bewegungen zu Ihnen passen.</translation>
    </message>
    <message>
        <source>With the camera closed in between. Not ticked: as often as always.</source>
        <translation>Dazwischen ist die Kamera geschlossen. Nicht angekreuzt: so oft wie immer.</translation>
    </message>
    <message>
        <source>With the change</source>
        <translation>Mit der Änderung</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>Would have warned here: {0}</source>
        <translation>Hier hätte es einen Hinweis gegeben: {0}</translation>
    </message>
    <message>
        <source>Would have warned:</source>
        <translation>Es hätte Hinweise gegeben:</translation>
    </message>
    <message>
        <source>Writes dates, entries and exposure for a doctor or physiotherapist</source>
        <translation>Schreibt Tage, Einträge und Vorneigung auf, für die Arzt- oder Physiotherapiepraxis</translation>
    </message>
    <message>
        <source>Written: {0}. A browser shows and prints it.</source>
        <translation>Geschrieben: {0}. Ein Browser zeigt und druckt es.</translation>
    </message>
    <message>
        <source>You are losing weight without trying</source>
        <translation>Sie nehmen ab, ohne es zu wollen</translation>
    </message>
    <message>
        <source>You cannot feel how warm or cold it is, or cannot take it off by yourself</source>
        <translation>Sie spüren nicht, wie warm oder kalt es ist, oder können es nicht selbst wegnehmen</translation>
    </message>
    <message>
        <source>You feel less on your skin than usual</source>
        <translation>Sie spüren auf der Haut weniger als sonst</translation>
    </message>
    <message>
        <source>You have or had cancer</source>
        <translation>Sie haben oder hatten Krebs</translation>
    </message>
    <message>
        <source>You have osteoporosis, take steroids, or have a weak immune system</source>
        <translation>Sie haben Osteoporose, nehmen Kortison (Steroide) oder haben ein schwaches Immunsystem</translation>
    </message>
    <message>
        <source>You have sat for {0} min. {1}</source>
        <translation>Sie haben {0} min gesessen. {1}</translation>
    </message>
    <message>
        <source>You have sat for {0}.</source>
        <translation>Sie haben {0} gesessen.</translation>
    </message>
    <message>
        <source>Your blood circulation is poor, or diabetes has affected your nerves</source>
        <translation>Sie sind schlecht durchblutet, oder Diabetes betrifft Ihre Nerven</translation>
    </message>
    <message>
        <source>Your head tilts by 12 degrees or more, and comes back; each side counts.</source>
        <translation>Der Kopf neigt sich um 12 Grad oder mehr und kommt zurück; jede Seite zählt.</translation>
    </message>
    <message>
        <source>Your nose turns well towards one ear, and comes back; each side counts.</source>
        <translation>Die Nase dreht sich deutlich zu einem Ohr hin und kommt zurück; jede Seite zählt.</translation>
    </message>
    <message>
        <source>Your outline as the camera sees it</source>
        <translation>Ihr Umriss, wie die Kamera ihn sieht</translation>
    </message>
    <message>
        <source>Your own slump is kept as the other end of the scale.</source>
        <translation>Ihr eigenes Zusammensinken wird als anderes Ende der Skala behalten.</translation>
    </message>
    <message>
        <source>Your privacy</source>
        <translation>Ihre Privatsphäre</translation>
    </message>
    <message>
        <source>Your slump was not kept: {0}.</source>
        <translation>Ihr Zusammensinken wurde nicht behalten: {0}.</translation>
    </message>
    <message>
        <source>Your upper back goes back by about 7 degrees or more, and comes back.</source>
        <translation>Der obere Rücken geht um etwa 7 Grad oder mehr nach hinten und kommt zurück.</translation>
    </message>
    <message>
        <source>a break could not be noted: {0}</source>
        <translation>eine Pause konnte nicht notiert werden: {0}</translation>
    </message>
    <message>
        <source>a list (2 of them, each a number)</source>
        <translation>eine Liste (2 Einträge, jeder eine Zahl)</translation>
    </message>
    <message>
        <source>a list (each a table of start, end or &quot;none&quot;) or &quot;none&quot;</source>
        <translation>eine Liste (jeder Eintrag eine Tabelle mit start, end oder &quot;none&quot;) oder &quot;none&quot;</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number or &quot;none&quot;</source>
        <translation>eine Zahl oder &quot;none&quot;</translation>
    </message>
    <message>
        <source>a posture is being taken, step by step in its window</source>
        <translation>eine Haltung wird aufgenommen, Schritt für Schritt in ihrem Fenster</translation>
    </message>
    <message>
        <source>a presentation or a film is running</source>
        <translation>eine Präsentation oder ein Film läuft</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a window fills the screen</source>
        <translation>ein Fenster füllt den Bildschirm</translation>
    </message>
    <message>
        <source>accept one more posture beside those of your baseline {0}, the one that led to an alert that you called wrong</source>
        <translation>eine weitere Haltung neben denen Ihrer Ausgangshaltung {0} gelten lassen: die, die zu einem Hinweis führte, den Sie falsch nannten</translation>
    </message>
    <message>
        <source>aching</source>
        <translation>dumpf</translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>alerts are not shown on the desktop: {0}</source>
        <translation>Hinweise werden nicht auf dem Desktop gezeigt: {0}</translation>
    </message>
    <message>
        <source>alerts are snoozed</source>
        <translation>Hinweise ruhen</translation>
    </message>
    <message>
        <source>an alert {0} s later</source>
        <translation>ein Hinweis {0} s später</translation>
    </message>
    <message>
        <source>an alert, as now</source>
        <translation>ein Hinweis, wie jetzt</translation>
    </message>
    <message>
        <source>an output failed; further failures of it are not told: {0}</source>
        <translation>eine Ausgabe ist fehlgeschlagen; weitere Fehler dabei werden nicht gemeldet: {0}</translation>
    </message>
    <message>
        <source>and ends below</source>
        <translation>und endet unter</translation>
    </message>
    <message>
        <source>another program uses the microphone</source>
        <translation>ein anderes Programm verwendet das Mikrofon</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>as on {0}</source>
        <translation>wie am {0}</translation>
    </message>
    <message>
        <source>asked somebody</source>
        <translation>jemanden gefragt</translation>
    </message>
    <message>
        <source>auto_s must be at least min_s, and both positive</source>
        <translation>auto_s muss mindestens min_s sein, und beide positiv</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>away_hz must be above 0 and at most calm_hz</source>
        <translation>away_hz muss über 0 und höchstens calm_hz sein</translation>
    </message>
    <message>
        <source>back near your baseline</source>
        <translation>wieder nahe Ihrer Ausgangshaltung</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>unzureichend</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Ausgangshaltung</translation>
    </message>
    <message>
        <source>battery_every_s must be longer than battery_look_s</source>
        <translation>battery_every_s muss länger als battery_look_s sein</translation>
    </message>
    <message>
        <source>besides</source>
        <translation>daneben</translation>
    </message>
    <message>
        <source>between the shoulder blades</source>
        <translation>zwischen den Schulterblättern</translation>
    </message>
    <message>
        <source>border</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>break taken</source>
        <translation>Pause gemacht</translation>
    </message>
    <message>
        <source>breaks</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>bright enough</source>
        <translation>hell genug</translation>
    </message>
    <message>
        <source>burning</source>
        <translation>brennend</translation>
    </message>
    <message>
        <source>calm_hz must be at least {0} and at most busy_hz</source>
        <translation>calm_hz muss mindestens {0} und höchstens busy_hz sein</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>camera must be two growing correlations, not {0}</source>
        <translation>camera muss aus zwei wachsenden Korrelationen bestehen, nicht {0}</translation>
    </message>
    <message>
        <source>camera off</source>
        <translation>Kamera aus</translation>
    </message>
    <message>
        <source>camera off: saving the battery until the next look</source>
        <translation>Kamera aus: Akku wird bis zum nächsten Blick geschont</translation>
    </message>
    <message>
        <source>camera off: {0}</source>
        <translation>Kamera aus: {0}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>cannot be read ({0})</source>
        <translation>nicht lesbar ({0})</translation>
    </message>
    <message>
        <source>cannot measure</source>
        <translation>nicht messbar</translation>
    </message>
    <message>
        <source>cannot measure: {0}</source>
        <translation>nicht messbar: {0}</translation>
    </message>
    <message>
        <source>choose heat, cold or both</source>
        <translation>wählen Sie Wärme, Kälte oder beides</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>Kälte</translation>
    </message>
    <message>
        <source>common practice in exercise leaflets</source>
        <translation>wie in Übungsblättern üblich</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>verglichen</translation>
    </message>
    <message>
        <source>criterion: our own, on rendered bodies (docs/EXERCISES.md)</source>
        <translation>Kriterium: unser eigenes, an gerenderten Körpern (docs/EXERCISES.md)</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>damaged: some frames could not be decoded and are missing</source>
        <translation>beschädigt: Einige Bilder waren nicht dekodierbar und fehlen</translation>
    </message>
    <message>
        <source>darker screen</source>
        <translation>dunklerer Bildschirm</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>dddd d &apos;to&apos;</source>
        <translation>dddd, d. &apos;bis&apos;</translation>
    </message>
    <message>
        <source>dddd d MMMM &apos;to&apos;</source>
        <translation>dddd, d. MMMM &apos;bis&apos;</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy &apos;to&apos;</source>
        <translation>dddd, d. MMMM yyyy &apos;bis&apos;</translation>
    </message>
    <message>
        <source>degree-minutes an hour {0} ({1})</source>
        <translation>Gradminuten je Stunde {0} ({1})</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>Schreibtisch</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>diary</source>
        <translation>Tagebuch</translation>
    </message>
    <message>
        <source>did it help</source>
        <translation>hat es geholfen</translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation>meinten Sie {0}?</translation>
    </message>
    <message>
        <source>dim</source>
        <translation>etwas dunkel</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>do not disturb is on</source>
        <translation>„Nicht stören“ ist an</translation>
    </message>
    <message>
        <source>done: {0}</source>
        <translation>getan: {0}</translation>
    </message>
    <message>
        <source>dose: painsolution.ie (15 to 30 s, 2 to 4 times a side); {0}</source>
        <translation>Umfang: painsolution.ie (15 bis 30 s, 2- bis 4-mal je Seite); {0}</translation>
    </message>
    <message>
        <source>While something changes or a slouch is pending: seven looks in the running median of 3 s. At least `calm_hz` and at most `busy_hz`, whatever is set.</source>
        <translation>Während sich etwas verändert oder gebeugtes Sitzen sich ankündigt: sieben Blicke im gleitenden Median von 3 s. Mindestens `calm_hz` und höchstens `busy_hz`, was auch eingestellt ist.</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Entered by the user, for somebody who can assess it. Nothing here is interpreted, and posture says nothing about what it comes from.</source>
        <translation>Selbst eingetragen, für eine Fachperson, die es beurteilen kann. Hier ist nichts gedeutet, und das Programm Posture sagt nichts darüber, woher es kommt.</translation>
    </message>
    <message>
        <source>How the user sat are estimates from a webcam, compared with the user&apos;s own upright posture; degree-minutes are degrees forward of it times minutes.</source>
        <translation>Die Angaben zum Sitzen sind Schätzungen aus Bildern einer Webcam, verglichen mit der eigenen aufrechten Haltung; Gradminuten sind Grad nach vorn gegenüber dieser Haltung, mal Minuten.</translation>
    </message>
    <message>
        <source>Levels: {0}.</source>
        <translation>Stufen: {0}.</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>My notes on pain</source>
        <translation>Meine Notizen zu Schmerzen</translation>
    </message>
    <message>
        <source>No pain was entered in these days: posture pain LEVEL notes it.</source>
        <translation>In diesen Tagen wurden keine Schmerzen eingetragen.</translation>
    </message>
    <message>
        <source>Pain beside exposure, breaks and exercises</source>
        <translation>Schmerzen neben Vorneigung, Pausen und Übungen</translation>
    </message>
    <message>
        <source>Panels with the same days from left to right. The table below has the same numbers.</source>
        <translation>Felder mit denselben Tagen von links nach rechts. Die Tabelle darunter hat dieselben Zahlen.</translation>
    </message>
    <message>
        <source>Routines this week: {0} done, {1} suggested</source>
        <translation>Abläufe diese Woche: {0} gemacht, {1} vorgeschlagen</translation>
    </message>
    <message>
        <source>The last entries</source>
        <translation>Die letzten Einträge</translation>
    </message>
    <message>
        <source>Where, on a back seen from behind</source>
        <translation>Wo, auf einem Rücken von hinten gesehen</translation>
    </message>
    <message>
        <source>While the baseline is sought: 15 looks in its 3 s, of which 8 must be measured.</source>
        <translation>Während die Ausgangshaltung gesucht wird: 15 Blicke in ihren 3 s, von denen 8 messbar sein müssen.</translation>
    </message>
    <message>
        <source>With the figure, round your back slowly, and let your head sink.</source>
        <translation>Runden Sie mit der Figur langsam den Rücken, und lassen Sie den Kopf sinken.</translation>
    </message>
    <message>
        <source>Your first two repetitions show how far you go.</source>
        <translation>Die ersten beiden Wiederholungen zeigen, wie weit es geht.</translation>
    </message>
    <message>
        <source>a cluster needs the package distributed: pip install &quot;posture-monitor[cluster]&quot;</source>
        <translation>ein Cluster braucht das Paket distributed: pip install &quot;posture-monitor[cluster]&quot;</translation>
    </message>
    <message>
        <source>a process was killed, perhaps because memory ran out; the same command goes on where it was, and --jobs 1 needs the least memory</source>
        <translation>ein Prozess wurde beendet, vielleicht weil der Speicher nicht reichte; derselbe Befehl macht weiter, wo er war, und --jobs 1 braucht am wenigsten Speicher</translation>
    </message>
    <message>
        <source>breaks taken</source>
        <translation>gemachte Pausen</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>dd MMM</source>
        <translation>dd. MMM</translation>
    </message>
    <message>
        <source>degree-minutes per watched hour</source>
        <translation>Gradminuten je beobachteter Stunde</translation>
    </message>
    <message>
        <source>dose: audleyvillages.co.uk; supsalv.org; {0}</source>
        <translation>Umfang: audleyvillages.co.uk; supsalv.org; {0}</translation>
    </message>
    <message>
        <source>dose: between philipwoodphysio.net.au (2 s) and others (5 s, or 10 to 15 s, uwhealth.org); {0}</source>
        <translation>Umfang: zwischen philipwoodphysio.net.au (2 s) und anderen (5 s, oder 10 bis 15 s, uwhealth.org); {0}</translation>
    </message>
    <message>
        <source>dose: sportsinjuryclinic.net; harrisonclinic (10 to 30 s); rebalancept.com; hermenhealth (30 to 60 s)</source>
        <translation>Umfang: sportsinjuryclinic.net; harrisonclinic (10 bis 30 s); rebalancept.com; hermenhealth (30 bis 60 s)</translation>
    </message>
    <message>
        <source>dose: {0}; {1}</source>
        <translation>Umfang: {0}; {1}</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>ends early, at {0} s: {1} of {2} frames are there; the file is cut off or damaged, copy it again</source>
        <translation>endet zu früh, bei {0} s: {1} von {2} Bildern sind da; die Datei ist abgeschnitten oder beschädigt, kopieren Sie sie erneut</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>entries on {0}, on {1} with pain</source>
        <translation>Einträge an {0}, an {1} mit Schmerzen</translation>
    </message>
    <message>
        <source>entries on {0}, on {1} with pain, highest level {2} of 10</source>
        <translation>Einträge an {0}, an {1} mit Schmerzen, höchste Stufe {2} von 10</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>exercises</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>exercises done</source>
        <translation>gemachte Übungen</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>seit {0}</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>nach vorn</translation>
    </message>
    <message>
        <source>from behind</source>
        <translation>von hinten</translation>
    </message>
    <message>
        <source>from the front</source>
        <translation>von vorn</translation>
    </message>
    <message>
        <source>from the side</source>
        <translation>von der Seite</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>half from the side</source>
        <translation>halb von der Seite</translation>
    </message>
    <message>
        <source>hatched: not measured, dotted: nobody there</source>
        <translation>schraffiert: nicht gemessen, gepunktet: niemand da</translation>
    </message>
    <message>
        <source>head and shoulders</source>
        <translation>Kopf und Schultern</translation>
    </message>
    <message>
        <source>head or shoulders are hidden</source>
        <translation>Kopf oder Schultern sind verdeckt</translation>
    </message>
    <message>
        <source>head or shoulders are outside the picture</source>
        <translation>Kopf oder Schultern sind außerhalb des Bildes</translation>
    </message>
    <message>
        <source>head turned</source>
        <translation>Kopf gedreht</translation>
    </message>
    <message>
        <source>heat</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>heat or cold</source>
        <translation>Wärme oder Kälte</translation>
    </message>
    <message>
        <source>heat, cold</source>
        <translation>Wärme, Kälte</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>geholfen</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verdeckt</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>how it felt</source>
        <translation>wie es sich anfühlte</translation>
    </message>
    <message>
        <source>in the picture</source>
        <translation>im Bild</translation>
    </message>
    <message>
        <source>in {0} of these later, by {1} s at most</source>
        <translation>in {0} davon später, um höchstens {1} s</translation>
    </message>
    <message>
        <source>install posture-monitor again</source>
        <translation>installieren Sie posture-monitor neu</translation>
    </message>
    <message>
        <source>is a group: write it as [{0}]</source>
        <translation>ist eine Gruppe: Schreiben Sie sie als [{0}]</translation>
    </message>
    <message>
        <source>is not text in UTF-8</source>
        <translation>ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>it differs from the upright posture by {0} degrees only ({1} are needed); slump as you do when you are tired</source>
        <translation>es unterscheidet sich von der aufrechten Haltung nur um {0} Grad ({1} sind nötig); sinken Sie zusammen, so wie wenn Sie müde sind</translation>
    </message>
    <message>
        <source>it ends early</source>
        <translation>sie endet zu früh</translation>
    </message>
    <message>
        <source>it has gone</source>
        <translation>er ist nicht mehr da</translation>
    </message>
    <message>
        <source>it is damaged at byte {0} ({1}): {2}</source>
        <translation>sie ist beschädigt bei Byte {0} ({1}): {2}</translation>
    </message>
    <message>
        <source>it was not closed: up to the last 10 s may be missing</source>
        <translation>sie wurde nicht geschlossen: bis zu 10 s am Ende können fehlen</translation>
    </message>
    <message>
        <source>its workers were killed</source>
        <translation>seine Arbeiter wurden beendet</translation>
    </message>
    <message>
        <source>keep_days must be 0 for ever, and at most {0}</source>
        <translation>keep_days muss 0 sein, für immer, und höchstens {0}</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>large_notice_after_s must be positive and at most notice_after_s</source>
        <translation>large_notice_after_s muss positiv und höchstens notice_after_s sein</translation>
    </message>
    <message>
        <source>leaning back with the neck forward, bent</source>
        <translation>zurückgelehnt mit vorgeneigtem Nacken, gebeugt um</translation>
    </message>
    <message>
        <source>leaning back with the neck forward, bent {0}° beyond your baseline for {1} s</source>
        <translation>seit {1} s zurückgelehnt mit vorgeneigtem Nacken, {0}° über Ihre Ausgangshaltung hinaus</translation>
    </message>
    <message>
        <source>least slouching {0}, most {1}</source>
        <translation>am wenigsten gebeugt {0}, am meisten {1}</translation>
    </message>
    <message>
        <source>leave_deg must be at least 0 and less than enter_deg</source>
        <translation>leave_deg muss mindestens 0 und kleiner als enter_deg sein</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>left lower back</source>
        <translation>unterer Rücken links</translation>
    </message>
    <message>
        <source>left middle back</source>
        <translation>mittlerer Rücken links</translation>
    </message>
    <message>
        <source>left shoulder</source>
        <translation>linke Schulter</translation>
    </message>
    <message>
        <source>left side of the neck</source>
        <translation>linke Seite des Nackens</translation>
    </message>
    <message>
        <source>left upper back</source>
        <translation>oberer Rücken links</translation>
    </message>
    <message>
        <source>let a slouch begin at {0}° beyond your baseline instead of {1}°, and end below {2}° instead of {3}°</source>
        <translation>gebeugtes Sitzen ab {0}° über Ihre Ausgangshaltung hinaus beginnen lassen statt ab {1}°, und unter {2}° enden statt unter {3}°</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>level {0}</source>
        <translation>Stufe {0}</translation>
    </message>
    <message>
        <source>light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>lists are nested too deep</source>
        <translation>Listen sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>long_lasts_min must be longer than micro_lasts_s</source>
        <translation>long_lasts_min muss länger sein als micro_lasts_s</translation>
    </message>
    <message>
        <source>long_lasts_min must be shorter than long_every_min</source>
        <translation>long_lasts_min muss kürzer sein als long_every_min</translation>
    </message>
    <message>
        <source>longest hold {0:.0f} s</source>
        <translation>am längsten gehalten {0:.0f} s</translation>
    </message>
    <message>
        <source>longest stretch {0}, {1} from {2}</source>
        <translation>längster Abschnitt {0}, {1} ab {2}</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>wird gesucht</translation>
    </message>
    <message>
        <source>looking for your stored baseline</source>
        <translation>Ihre gespeicherte Ausgangshaltung wird gesucht</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>m/s</source>
        <translation>m/s</translation>
    </message>
    <message>
        <source>making sure that somebody is really there</source>
        <translation>es wird geprüft, ob wirklich jemand da ist</translation>
    </message>
    <message>
        <source>medicine</source>
        <translation>Medikament</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>micro_lasts_s must be shorter than micro_every_min</source>
        <translation>micro_lasts_s muss kürzer sein als micro_every_min</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>min_count must be at least 2, not {0}</source>
        <translation>min_count muss mindestens 2 sein, nicht {0}</translation>
    </message>
    <message>
        <source>moved about</source>
        <translation>sich bewegt</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>in Bewegung</translation>
    </message>
    <message>
        <source>must be {0}, not {1}</source>
        <translation>muss {0} sein, nicht {1}</translation>
    </message>
    <message>
        <source>near enough</source>
        <translation>nah genug</translation>
    </message>
    <message>
        <source>near your baseline</source>
        <translation>nahe Ihrer Ausgangshaltung</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>Nacken</translation>
    </message>
    <message>
        <source>neck {0}° beyond your baseline for {1} s</source>
        <translation>Nacken seit {1} s um {0}° über Ihre Ausgangshaltung hinaus geneigt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no alert</source>
        <translation>kein Hinweis</translation>
    </message>
    <message>
        <source>no alerts until {0}</source>
        <translation>keine Hinweise bis {0}</translation>
    </message>
    <message>
        <source>no answers</source>
        <translation>keine Antworten</translation>
    </message>
    <message>
        <source>no break is due, and none goes on</source>
        <translation>keine Pause steht an, und keine läuft</translation>
    </message>
    <message>
        <source>no camera was found; plug one in, or check that its switch is on</source>
        <translation>keine Kamera gefunden; schließen Sie eine an oder prüfen Sie, ob sie eingeschaltet ist</translation>
    </message>
    <message>
        <source>no history is kept: posture made a mistake of its own</source>
        <translation>es wird kein Verlauf aufgehoben: Posture selbst hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>no history is kept: {0}</source>
        <translation>es wird kein Verlauf aufgehoben: {0}</translation>
    </message>
    <message>
        <source>no longer taken for in a call</source>
        <translation>gilt nicht mehr als im Gespräch</translation>
    </message>
    <message>
        <source>no more is recorded: {0}</source>
        <translation>es wird nichts mehr aufgezeichnet: {0}</translation>
    </message>
    <message>
        <source>no permission to use {0} ({1}); run `sudo usermod -aG video $USER` and log in again</source>
        <translation>keine Berechtigung für {0} ({1}); führen Sie `sudo usermod -aG video $USER` aus und melden Sie sich neu an</translation>
    </message>
    <message>
        <source>no place was entered</source>
        <translation>es wurde keine Stelle eingetragen</translation>
    </message>
    <message>
        <source>no recording was named; give a video file or a folder of pictures</source>
        <translation>keine Aufzeichnung genannt; geben Sie eine Videodatei oder einen Ordner mit Bildern an</translation>
    </message>
    <message>
        <source>no slouch lasted</source>
        <translation>kein gebeugtes Sitzen hielt an</translation>
    </message>
    <message>
        <source>no small change would spare most of the moments that were called wrong and keep most other alerts</source>
        <translation>keine kleine Änderung würde die meisten falsch genannten Momente ersparen und die meisten anderen Hinweise behalten</translation>
    </message>
    <message>
        <source>no upright baseline yet</source>
        <translation>noch keine aufrechte Ausgangshaltung</translation>
    </message>
    <message>
        <source>nobody found</source>
        <translation>niemand gefunden</translation>
    </message>
    <message>
        <source>nobody is in front of the camera</source>
        <translation>niemand ist vor der Kamera</translation>
    </message>
    <message>
        <source>none of its pictures can be read</source>
        <translation>keines der Bilder ist lesbar</translation>
    </message>
    <message>
        <source>nose_up_m must be a range, not {0}</source>
        <translation>nose_up_m muss ein Bereich sein, nicht {0}</translation>
    </message>
    <message>
        <source>not enough data yet</source>
        <translation>noch zu wenig Daten</translation>
    </message>
    <message>
        <source>not known: the recording ends too early</source>
        <translation>nicht bekannt: die Aufzeichnung endet zu früh</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>nicht messbar</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>nothing of it could be rescued</source>
        <translation>nichts davon war zu retten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>now {0:g}°</source>
        <translation>jetzt {0:g}°</translation>
    </message>
    <message>
        <source>of the moments that were called wrong posture would warn of {0} as it is set now ({1} are needed)</source>
        <translation>mit den jetzigen Einstellungen würde Posture bei {0} der falsch genannten Momente einen Hinweis geben ({1} sind nötig)</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>von {0}</translation>
    </message>
    <message>
        <source>of {0} alerts of the last four weeks {1} would have come</source>
        <translation>von {0} Hinweisen der letzten vier Wochen wären {1} gekommen</translation>
    </message>
    <message>
        <source>of {0} alerts that you said helped, {1} would</source>
        <translation>von {0} Hinweisen, die Ihnen geholfen haben, {1}</translation>
    </message>
    <message>
        <source>of {0} on each side</source>
        <translation>von {0} auf jeder Seite</translation>
    </message>
    <message>
        <source>of {0} others it is not known: their recordings end too early</source>
        <translation>von {0} anderen ist es nicht bekannt: Ihre Aufzeichnungen enden zu früh</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>only you</source>
        <translation>nur Sie</translation>
    </message>
    <message>
        <source>only {0} of {1} frames could be measured ({2} are needed)</source>
        <translation>nur {0} von {1} Bildern waren messbar ({2} sind nötig)</translation>
    </message>
    <message>
        <source>outside the picture</source>
        <translation>außerhalb des Bildes</translation>
    </message>
    <message>
        <source>outside your working hours</source>
        <translation>außerhalb Ihrer Arbeitszeit</translation>
    </message>
    <message>
        <source>overviews of warning signs by matrainingenterprise.co.uk and gponline.com</source>
        <translation>Übersichten über Warnzeichen von matrainingenterprise.co.uk und gponline.com</translation>
    </message>
    <message>
        <source>pain</source>
        <translation>Schmerzen</translation>
    </message>
    <message>
        <source>pain, 0 to 10</source>
        <translation>Schmerz, 0 bis 10</translation>
    </message>
    <message>
        <source>pain, highest level of a day</source>
        <translation>Schmerzen, höchste Stufe eines Tages</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>paused until you resume</source>
        <translation>Pause, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>paused until {0}</source>
        <translation>Pause bis {0}</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>per_hour and cool_down_s must not be negative</source>
        <translation>per_hour und cool_down_s dürfen nicht negativ sein</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>place {0}</source>
        <translation>Platz {0}</translation>
    </message>
    <message>
        <source>playing {0}</source>
        <translation>{0} wird abgespielt</translation>
    </message>
    <message>
        <source>postponed</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>posture ends</source>
        <translation>Posture wird beendet</translation>
    </message>
    <message>
        <source>posture is running</source>
        <translation>Posture läuft</translation>
    </message>
    <message>
        <source>posture made a mistake of its own: {0}</source>
        <translation>Posture hat selbst einen Fehler gemacht: {0}</translation>
    </message>
    <message>
        <source>posture sets a damaged history aside when it watches; then note it once more</source>
        <translation>Posture legt einen beschädigten Verlauf beiseite, wenn es beobachtet; notieren Sie es dann noch einmal</translation>
    </message>
    <message>
        <source>proposed {0:g}°</source>
        <translation>vorgeschlagen {0:g}°</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>range up to about {0:.0f}°</source>
        <translation>bis etwa {0:.0f}°</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Blicke</translation>
    </message>
    <message>
        <source>rather far</source>
        <translation>etwas weit</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>read up to there, {0} s</source>
        <translation>bis dorthin gelesen, {0} s</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>record it anew, or read a copy of it</source>
        <translation>zeichnen Sie sie neu auf, oder lesen Sie eine Kopie</translation>
    </message>
    <message>
        <source>recover_s, recovery_rate or break_s is out of range</source>
        <translation>recover_s, recovery_rate oder break_s liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>remind_at must be a time of day such as 17:00</source>
        <translation>remind_at muss eine Uhrzeit wie 17:00 sein</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>ausgeruht</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>right lower back</source>
        <translation>unterer Rücken rechts</translation>
    </message>
    <message>
        <source>right middle back</source>
        <translation>mittlerer Rücken rechts</translation>
    </message>
    <message>
        <source>right shoulder</source>
        <translation>rechte Schulter</translation>
    </message>
    <message>
        <source>right side of the neck</source>
        <translation>rechte Seite des Nackens</translation>
    </message>
    <message>
        <source>right upper back</source>
        <translation>oberer Rücken rechts</translation>
    </message>
    <message>
        <source>rounding of the upper back</source>
        <translation>Rundung des oberen Rückens</translation>
    </message>
    <message>
        <source>running on battery</source>
        <translation>Akkubetrieb</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>scale and odd_scale must be more than 1, small positive</source>
        <translation>scale und odd_scale müssen größer als 1 sein, small positiv</translation>
    </message>
    <message>
        <source>seconds left</source>
        <translation>Sekunden übrig</translation>
    </message>
    <message>
        <source>seconds until it begins</source>
        <translation>Sekunden bis zum Beginn</translation>
    </message>
    <message>
        <source>several cameras are called {0}; give a number: {1}</source>
        <translation>mehrere Kameras heißen {0}; geben Sie eine Nummer an: {1}</translation>
    </message>
    <message>
        <source>several people</source>
        <translation>mehrere Personen</translation>
    </message>
    <message>
        <source>several people are in the picture</source>
        <translation>mehrere Personen sind im Bild</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>stechend</translation>
    </message>
    <message>
        <source>shown against kept quiet: {0}</source>
        <translation>gezeigt gegen zurückgehalten: {0}</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>seit {0}</translation>
    </message>
    <message>
        <source>sitting</source>
        <translation>Sitzen</translation>
    </message>
    <message>
        <source>sitting still</source>
        <translation>ruhiges Sitzen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>slouched</source>
        <translation>gebeugt</translation>
    </message>
    <message>
        <source>slouching from {0:g}°, until below {1:g}°</source>
        <translation>gebeugt ab {0:g}°, bis unter {1:g}°</translation>
    </message>
    <message>
        <source>slouching from {0}°</source>
        <translation>gebeugt ab {0}°</translation>
    </message>
    <message>
        <source>slouching {0} percentage points ({1})</source>
        <translation>gebeugt {0} Prozentpunkte ({1})</translation>
    </message>
    <message>
        <source>slump against the backrest</source>
        <translation>Zusammensinken gegen die Lehne</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>staleness</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>Stehen</translation>
    </message>
    <message>
        <source>stiff</source>
        <translation>steif</translation>
    </message>
    <message>
        <source>still</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>still must be at least 0 and at most moved</source>
        <translation>still muss mindestens 0 und höchstens moved sein</translation>
    </message>
    <message>
        <source>style</source>
        <translation>Art der Hinweise</translation>
    </message>
    <message>
        <source>take anew what no longer fits it: {0}</source>
        <translation>nehmen Sie neu auf, was nicht mehr dazu passt: {0}</translation>
    </message>
    <message>
        <source>take {0} first: other postures are held against it</source>
        <translation>nehmen Sie zuerst {0} auf: Andere Haltungen werden damit verglichen</translation>
    </message>
    <message>
        <source>taken for in a call</source>
        <translation>gilt als im Gespräch</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>that was it</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>the accepted posture {0} was refused: it is itself a slouch, {1} {2} degrees beyond {3} (at most {4}); take it again without slumping</source>
        <translation>die Haltung {0} wurde abgelehnt: Sie ist selbst gebeugt, {1} {2} Grad über {3} hinaus (höchstens {4}); nehmen Sie sie noch einmal auf, ohne zusammenzusinken</translation>
    </message>
    <message>
        <source>the angles are not known for such a picture</source>
        <translation>für ein solches Bild sind die Winkel nicht bekannt</translation>
    </message>
    <message>
        <source>the baseline is used but was not stored: {0}</source>
        <translation>die Ausgangshaltung wird verwendet, wurde aber nicht gespeichert: {0}</translation>
    </message>
    <message>
        <source>the baseline was refused: {0}; sit upright and calibrate again</source>
        <translation>die Ausgangshaltung wurde abgelehnt: {0}; sitzen Sie aufrecht und nehmen Sie sie noch einmal auf</translation>
    </message>
    <message>
        <source>the baseline {0} was taken anew or removed; look for proposals again</source>
        <translation>die Ausgangshaltung {0} wurde neu aufgenommen oder entfernt; suchen Sie erneut nach Vorschlägen</translation>
    </message>
    <message>
        <source>the battery saver is on</source>
        <translation>der Energiesparmodus ist an</translation>
    </message>
    <message>
        <source>the camera has moved since the baseline: take a new one, or move it back</source>
        <translation>die Kamera wurde bewegt: neue Ausgangshaltung aufnehmen oder zurückstellen</translation>
    </message>
    <message>
        <source>the camera has moved since {0} was taken: take that</source>
        <translation>die Kamera wurde bewegt, seit {0} aufgenommen wurde: nehmen Sie das zuerst auf</translation>
    </message>
    <message>
        <source>the camera is closed</source>
        <translation>die Kamera ist geschlossen</translation>
    </message>
    <message>
        <source>the camera sees another side of the person than in the baseline</source>
        <translation>die Kamera sieht eine andere Seite der Person als in der Ausgangshaltung</translation>
    </message>
    <message>
        <source>the computer is going to sleep</source>
        <translation>der Computer geht in den Ruhezustand</translation>
    </message>
    <message>
        <source>the connection is closed</source>
        <translation>die Verbindung ist geschlossen</translation>
    </message>
    <message>
        <source>the end of the history could not be written and is lost: another program uses its file, or there is no space</source>
        <translation>das Ende des Verlaufs konnte nicht geschrieben werden und ist verloren: Ein anderes Programm verwendet die Datei, oder es ist kein Platz</translation>
    </message>
    <message>
        <source>the estimator is closed</source>
        <translation>die Schätzung ist geschlossen</translation>
    </message>
    <message>
        <source>the first camera</source>
        <translation>die erste Kamera</translation>
    </message>
    <message>
        <source>the head is turned away</source>
        <translation>der Kopf ist abgewandt</translation>
    </message>
    <message>
        <source>the highest level of a day was {0} to {1}, on half of the days up to {2}</source>
        <translation>die höchste Stufe eines Tages war {0} bis {1}, an der Hälfte der Tage bis {2}</translation>
    </message>
    <message>
        <source>the history cannot tell which alerts a further posture would have spared</source>
        <translation>der Verlauf sagt nicht, welche Hinweise eine weitere Haltung erspart hätte</translation>
    </message>
    <message>
        <source>the history could not be written and is tried again: {0}</source>
        <translation>der Verlauf konnte nicht geschrieben werden und wird erneut versucht: {0}</translation>
    </message>
    <message>
        <source>the history has no alerts of the last four weeks</source>
        <translation>der Verlauf hat keine Hinweise der letzten vier Wochen</translation>
    </message>
    <message>
        <source>the history is written again; nothing of it was lost</source>
        <translation>der Verlauf wird wieder geschrieben; nichts davon ging verloren</translation>
    </message>
    <message>
        <source>the history was damaged; {0}, and the file before is kept as {1}</source>
        <translation>der Verlauf war beschädigt; {0}, und die vorige Datei ist aufgehoben als {1}</translation>
    </message>
    <message>
        <source>the last minutes are kept, without pictures: {0}</source>
        <translation>die letzten Minuten sind aufgehoben, ohne Bilder: {0}</translation>
    </message>
    <message>
        <source>the light is not as it was at the baseline, and little can be measured</source>
        <translation>das Licht ist anders als bei der Ausgangshaltung, wenig ist messbar</translation>
    </message>
    <message>
        <source>the person in the picture is not where the baseline was taken</source>
        <translation>die Person ist nicht dort, wo die Ausgangshaltung aufgenommen wurde</translation>
    </message>
    <message>
        <source>the person is seen from behind</source>
        <translation>die Person ist von hinten zu sehen</translation>
    </message>
    <message>
        <source>the person is too small in the picture</source>
        <translation>die Person ist im Bild zu klein</translation>
    </message>
    <message>
        <source>the picture is too dark</source>
        <translation>das Bild ist zu dunkel</translation>
    </message>
    <message>
        <source>the picture jumped</source>
        <translation>das Bild ist gesprungen</translation>
    </message>
    <message>
        <source>the pose estimator was used after it was closed; open a new one</source>
        <translation>die Posenschätzung wurde nach dem Schließen verwendet; öffnen Sie eine neue</translation>
    </message>
    <message>
        <source>the pose model gives {0} landmarks instead of {1}</source>
        <translation>das Posenmodell liefert {0} Körperpunkte statt {1}</translation>
    </message>
    <message>
        <source>the pose model {0} cannot be read ({1}); {2}</source>
        <translation>das Posenmodell {0} ist nicht lesbar ({1}); {2}</translation>
    </message>
    <message>
        <source>the pose model {0} is damaged (sha256 {1}, not {2}); {3}</source>
        <translation>das Posenmodell {0} ist beschädigt (sha256 {1}, nicht {2}); {3}</translation>
    </message>
    <message>
        <source>the screen is locked</source>
        <translation>der Bildschirm ist gesperrt</translation>
    </message>
    <message>
        <source>the system&apos;s D-Bus</source>
        <translation>der D-Bus des Systems</translation>
    </message>
    <message>
        <source>the times of {0} of {1} frames were missing or out of order and were filled in; durations may be a little off</source>
        <translation>die Zeiten von {0} von {1} Bildern fehlten oder waren durcheinander und wurden ergänzt; Dauern können etwas abweichen</translation>
    </message>
    <message>
        <source>there are no other recordings with an alert to hold it against</source>
        <translation>es gibt keine anderen Aufzeichnungen mit einem Hinweis, um es damit zu vergleichen</translation>
    </message>
    <message>
        <source>there are {0}</source>
        <translation>es gibt {0}</translation>
    </message>
    <message>
        <source>there is no camera {0}; give one of: {1}</source>
        <translation>es gibt keine Kamera {0}; geben Sie eine davon an: {1}</translation>
    </message>
    <message>
        <source>there is no page {0}; there are {1}</source>
        <translation>es gibt keine Seite {0}; es gibt {1}</translation>
    </message>
    <message>
        <source>there is no setting {0}{1}</source>
        <translation>es gibt keine Einstellung {0}{1}</translation>
    </message>
    <message>
        <source>there is no such group{0}</source>
        <translation>es gibt keine solche Gruppe{0}</translation>
    </message>
    <message>
        <source>there is no such setting{0}</source>
        <translation>es gibt keine solche Einstellung{0}</translation>
    </message>
    <message>
        <source>there is no {0} {1}; {2}</source>
        <translation>es gibt nicht: {0} {1}; {2}</translation>
    </message>
    <message>
        <source>there is nothing to keep yet; try again in a few seconds</source>
        <translation>es gibt noch nichts aufzuheben; versuchen Sie es in ein paar Sekunden noch einmal</translation>
    </message>
    <message>
        <source>this posture cannot do that</source>
        <translation>das ist hier nicht möglich</translation>
    </message>
    <message>
        <source>this posture has no window; it runs in a terminal</source>
        <translation>Posture läuft hier im Terminal und hat kein Fenster</translation>
    </message>
    <message>
        <source>tingling</source>
        <translation>kribbelnd</translation>
    </message>
    <message>
        <source>to go</source>
        <translation>übrig</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>zu dunkel</translation>
    </message>
    <message>
        <source>too far</source>
        <translation>zu weit</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>until below {0}°</source>
        <translation>bis unter {0}°</translation>
    </message>
    <message>
        <source>unusual</source>
        <translation>ungewöhnlich</translation>
    </message>
    <message>
        <source>upper back</source>
        <translation>oberer Rücken</translation>
    </message>
    <message>
        <source>upper back rounded</source>
        <translation>oberer Rücken gerundet um</translation>
    </message>
    <message>
        <source>upper back rounded {0}° beyond your baseline for {1} s</source>
        <translation>oberer Rücken seit {1} s um {0}° runder als in Ihrer Ausgangshaltung</translation>
    </message>
    <message>
        <source>upper back {0}° beyond your baseline for {1} s</source>
        <translation>oberer Rücken seit {1} s um {0}° über Ihre Ausgangshaltung hinaus geneigt</translation>
    </message>
    <message>
        <source>upper-back</source>
        <translation>oberer Rücken</translation>
    </message>
    <message>
        <source>upright</source>
        <translation>aufrecht</translation>
    </message>
    <message>
        <source>upright again: {0}; many sit up unasked</source>
        <translation>wieder aufrecht: {0}; viele richten sich auch von selbst auf</translation>
    </message>
    <message>
        <source>very bright</source>
        <translation>sehr hell</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>view limits must grow: front &lt; side &lt; behind &lt;= 180 degrees</source>
        <translation>Grenzen der Ansicht müssen wachsen: front &lt; side &lt; behind &lt;= 180 Grad</translation>
    </message>
    <message>
        <source>visibility must be between 0 and 1, not {0}</source>
        <translation>visibility muss zwischen 0 und 1 liegen, nicht {0}</translation>
    </message>
    <message>
        <source>waiting for the first picture</source>
        <translation>Warten auf das erste Bild</translation>
    </message>
    <message>
        <source>warn when a slouch has lasted for {0} s instead of {1} s</source>
        <translation>einen Hinweis geben, wenn gebeugtes Sitzen {0} s angedauert hat statt {1} s</translation>
    </message>
    <message>
        <source>warns now</source>
        <translation>Hinweis jetzt</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>watching again</source>
        <translation>Beobachtung geht weiter</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>what was done</source>
        <translation>was getan wurde</translation>
    </message>
    <message>
        <source>what was found does not have the proportions of a person</source>
        <translation>was gefunden wurde, hat nicht die Proportionen einer Person</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>where, and on how many days: {0}</source>
        <translation>wo, und an wie vielen Tagen: {0}</translation>
    </message>
    <message>
        <source>woke at night</source>
        <translation>nachts geweckt</translation>
    </message>
    <message>
        <source>woke at night on {0}</source>
        <translation>nachts geweckt an {0}</translation>
    </message>
    <message>
        <source>woke you at night</source>
        <translation>hat Sie nachts geweckt</translation>
    </message>
    <message>
        <source>working hours must not end when they start</source>
        <translation>Arbeitszeiten dürfen nicht enden, wenn sie beginnen</translation>
    </message>
    <message>
        <source>working_hours must name 7 days, not {0}</source>
        <translation>working_hours muss 7 Tage nennen, nicht {0}</translation>
    </message>
    <message>
        <source>would no longer warn in {0} of {1} moments that you called wrong</source>
        <translation>gäbe in {0} von {1} Momenten, die Sie falsch nannten, keinen Hinweis mehr</translation>
    </message>
    <message>
        <source>would still warn in {0} of {1} other moments</source>
        <translation>gäbe in {0} von {1} anderen Momenten weiterhin einen Hinweis</translation>
    </message>
    <message>
        <source>would warn</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>you alone</source>
        <translation>Sie allein</translation>
    </message>
    <message>
        <source>you are exercising; your posture is not judged meanwhile</source>
        <translation>Sie üben; Ihre Haltung wird währenddessen nicht beurteilt</translation>
    </message>
    <message>
        <source>you are in a call</source>
        <translation>Sie sind im Gespräch</translation>
    </message>
    <message>
        <source>you moved: the neck angle is not known in {0} of {1} frames</source>
        <translation>Sie haben sich bewegt: In {0} von {1} Bildern ist der Winkel des Nackens nicht bekannt</translation>
    </message>
    <message>
        <source>you moved: the {0} angle varied by {1} degrees (at most {2} are allowed)</source>
        <translation>Sie haben sich bewegt: Der Winkel ({0}) schwankte um {1} Grad (höchstens {2} sind erlaubt)</translation>
    </message>
    <message>
        <source>you sit elsewhere than at the baseline: take a new one, or move back</source>
        <translation>Sie sitzen woanders: neue Ausgangshaltung aufnehmen oder zurückrücken</translation>
    </message>
    <message>
        <source>you turned: only {0} of the frames show you from the same side</source>
        <translation>Sie haben sich gedreht: Nur {0} der Bilder zeigen Sie von derselben Seite</translation>
    </message>
    <message>
        <source>your answers: {0}</source>
        <translation>Ihre Antworten: {0}</translation>
    </message>
    <message>
        <source>your baseline</source>
        <translation>Ihre Ausgangshaltung</translation>
    </message>
    <message>
        <source>your baseline is taken; you may take another at any time</source>
        <translation>Ihre Ausgangshaltung ist aufgenommen; Sie können jederzeit eine andere aufnehmen</translation>
    </message>
    <message>
        <source>your baseline {0} is used</source>
        <translation>Ihre Ausgangshaltung {0} wird verwendet</translation>
    </message>
    <message>
        <source>your new baseline {0} is taken</source>
        <translation>Ihre neue Ausgangshaltung {0} ist aufgenommen</translation>
    </message>
    <message>
        <source>your posture {0} is taken</source>
        <translation>Ihre Haltung {0} ist aufgenommen</translation>
    </message>
    <message>
        <source>your session&apos;s D-Bus</source>
        <translation>der D-Bus Ihrer Sitzung</translation>
    </message>
    <message>
        <source>your stored baseline {0} is used</source>
        <translation>Ihre gespeicherte Ausgangshaltung {0} wird verwendet</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>{0:.0f} of {1:.0f} s</source>
        <translation>{0:.0f} von {1:.0f} s</translation>
    </message>
    <message>
        <source>{0:g} min ago</source>
        <translation>vor {0:g} min</translation>
    </message>
    <message>
        <source>{0:g} s ago</source>
        <translation>vor {0:g} s</translation>
    </message>
    <message>
        <source>{0} against {1} in the {2} weeks before</source>
        <translation>an {0} gegen {1} in den {2} Wochen davor</translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation>vor {0}</translation>
    </message>
    <message>
        <source>{0} alerts by {2} on {1}</source>
        <translation>{0} Hinweise durch {2} an {1}</translation>
    </message>
    <message>
        <source>{0} alerts that were kept quiet on {1}</source>
        <translation>{0} zurückgehaltene Hinweise an {1}</translation>
    </message>
    <message>
        <source>{0} away</source>
        <translation>{0} abwesend</translation>
    </message>
    <message>
        <source>{0} cannot be reached: {1}</source>
        <translation>{0} ist nicht erreichbar: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be {1}: {2}</source>
        <translation>{0} kann nicht {1} sein: {2}</translation>
    </message>
    <message>
        <source>{0} could not be measured</source>
        <translation>{0} nicht messbar</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} Tagen</translation>
    </message>
    <message>
        <source>{0} degree-minutes an hour: like {1}° all the time</source>
        <translation>{0} Gradminuten je Stunde: wie {1}° die ganze Zeit</translation>
    </message>
    <message>
        <source>{0} did not answer in {1} s</source>
        <translation>{0} hat in {1} s nicht geantwortet</translation>
    </message>
    <message>
        <source>{0} does not answer; unplug it and plug it in again</source>
        <translation>{0} antwortet nicht; ziehen Sie das Kabel und stecken Sie es wieder ein</translation>
    </message>
    <message>
        <source>{0} done: {1}</source>
        <translation>{0} gemacht: {1}</translation>
    </message>
    <message>
        <source>{0} elsewhere</source>
        <translation>{0} anderswo</translation>
    </message>
    <message>
        <source>{0} gives no pictures; close other programs that use the camera</source>
        <translation>{0} liefert keine Bilder; schließen Sie andere Programme, die die Kamera verwenden</translation>
    </message>
    <message>
        <source>{0} has ended</source>
        <translation>{0} ist zu Ende</translation>
    </message>
    <message>
        <source>{0} has stopped giving pictures; check its plug</source>
        <translation>{0} liefert keine Bilder mehr; prüfen Sie den Stecker</translation>
    </message>
    <message>
        <source>{0} in which the posture was known on {1}; slouched {2} of it, {3} degree-minutes an hour</source>
        <translation>{0} mit bekannter Haltung an {1}; davon {2} gebeugt, {3} Gradminuten je Stunde</translation>
    </message>
    <message>
        <source>{0} is being opened</source>
        <translation>{0} wird geöffnet</translation>
    </message>
    <message>
        <source>{0} is being opened again after the computer slept</source>
        <translation>{0} wird nach dem Ruhezustand wieder geöffnet</translation>
    </message>
    <message>
        <source>{0} is closed</source>
        <translation>{0} ist geschlossen</translation>
    </message>
    <message>
        <source>{0} is for {1} to {2} minutes, not {3}</source>
        <translation>{0} ist für {1} bis {2} Minuten, nicht {3}</translation>
    </message>
    <message>
        <source>{0} is gone: {1}</source>
        <translation>{0} ist weg: {1}</translation>
    </message>
    <message>
        <source>{0} is not there; plug it in, or check that its switch is on</source>
        <translation>{0} ist nicht da; schließen Sie sie an oder prüfen Sie, ob sie eingeschaltet ist</translation>
    </message>
    <message>
        <source>{0} is not to be had on this system</source>
        <translation>{0} ist auf diesem System nicht verfügbar</translation>
    </message>
    <message>
        <source>{0} is running</source>
        <translation>{0} läuft</translation>
    </message>
    <message>
        <source>{0} is used by another program, or refuses to start; close that program</source>
        <translation>{0} wird von einem anderen Programm verwendet oder startet nicht; schließen Sie jenes Programm</translation>
    </message>
    <message>
        <source>{0} kept quiet</source>
        <translation>{0} zurückgehalten</translation>
    </message>
    <message>
        <source>{0} left, {1} right</source>
        <translation>{0} links, {1} rechts</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} min {1} s</translation>
    </message>
    <message>
        <source>{0} moments were called wrong ({1} are needed)</source>
        <translation>{0} Momente wurden falsch genannt ({1} sind nötig)</translation>
    </message>
    <message>
        <source>{0} moments were called wrong since the last decision ({1} are needed)</source>
        <translation>{0} Momente wurden seit der letzten Entscheidung falsch genannt ({1} sind nötig)</translation>
    </message>
    <message>
        <source>{0} must be 0 for none, and at most {1}</source>
        <translation>{0} muss 0 sein, für keine, und höchstens {1}</translation>
    </message>
    <message>
        <source>{0} must be positive</source>
        <translation>{0} muss positiv sein</translation>
    </message>
    <message>
        <source>{0} must be positive, not {1}</source>
        <translation>{0} muss positiv sein, nicht {1}</translation>
    </message>
    <message>
        <source>{0} must be seven of x and -, not {1}</source>
        <translation>{0} muss aus sieben x und - bestehen, nicht {1}</translation>
    </message>
    <message>
        <source>{0} must be {1} to {2}, not {3}</source>
        <translation>{0} muss zwischen {1} und {2} liegen, nicht {3}</translation>
    </message>
    <message>
        <source>{0} must fall and exceed {1}, not {2}</source>
        <translation>{0} muss fallen und über {1} liegen, nicht {2}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0} of {1} exercises were done today</source>
        <translation>{0} von {1} Übungen wurden heute gemacht</translation>
    </message>
    <message>
        <source>{0} of {1} frames could not be measured</source>
        <translation>{0} von {1} Bildern waren nicht messbar</translation>
    </message>
    <message>
        <source>{0} of {1} within {2} min (95&#xa0;% interval {3} to {4}&#xa0;%)</source>
        <translation>{0} von {1} innerhalb von {2} min (95-%-Intervall {3} bis {4}&#xa0;%)</translation>
    </message>
    <message>
        <source>{0} of {1} within {2} min ({3} to {4}&#xa0;%)</source>
        <translation>{0} von {1} innerhalb von {2} min ({3} bis {4}&#xa0;%)</translation>
    </message>
    <message>
        <source>{0} on each side</source>
        <translation>{0} auf jeder Seite</translation>
    </message>
    <message>
        <source>{0} on {1}</source>
        <translation>{0} an {1}</translation>
    </message>
    <message>
        <source>{0} on {1}, in which your posture was known</source>
        <translation>{0} an {1}, in denen Ihre Haltung bekannt war</translation>
    </message>
    <message>
        <source>{0} paused</source>
        <translation>{0} Pause</translation>
    </message>
    <message>
        <source>{0} pictures per second is no rate; give a number above 0</source>
        <translation>{0} Bilder je Sekunde ist keine Rate; geben Sie eine Zahl über 0 an</translation>
    </message>
    <message>
        <source>{0} put off</source>
        <translation>{0} verschoben</translation>
    </message>
    <message>
        <source>{0} rows of it were rescued</source>
        <translation>{0} Zeilen davon wurden gerettet</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} s is too short ({1} s are needed)</source>
        <translation>{0} s ist zu kurz ({1} s sind nötig)</translation>
    </message>
    <message>
        <source>{0} shown</source>
        <translation>{0} gezeigt</translation>
    </message>
    <message>
        <source>{0} shown alerts on {1}</source>
        <translation>{0} gezeigte Hinweise an {1}</translation>
    </message>
    <message>
        <source>{0} shows nothing but black; open its shutter or uncover it</source>
        <translation>{0} zeigt nur Schwarz; öffnen Sie die Blende oder decken Sie die Linse auf</translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation>{0} ausgelassen</translation>
    </message>
    <message>
        <source>{0} slouch ({1} an hour), up to {2}</source>
        <translation>{0}-mal gebeugt ({1} je Stunde), bis zu {2}</translation>
    </message>
    <message>
        <source>{0} slouches ({1} an hour), half of them up to {2}</source>
        <translation>{0}-mal gebeugt ({1} je Stunde), die Hälfte davon bis zu {2}</translation>
    </message>
    <message>
        <source>{0} taken</source>
        <translation>{0} gemacht</translation>
    </message>
    <message>
        <source>{0} taken ({1} long; {2} after a reminder)</source>
        <translation>{0} gemacht ({1} lang; {2} nach einer Erinnerung)</translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation>{0}-mal</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <source>{0} was closed</source>
        <translation>{0} wurde geschlossen</translation>
    </message>
    <message>
        <source>{0} was left as it is: mend it, or repeat with --keep-copy, which keeps it as {1}.bak. What is wrong in it: {2}</source>
        <translation>{0} blieb, wie es ist: Berichtigen Sie es, oder wiederholen Sie mit --keep-copy, das es als {1}.bak behält. Was darin falsch ist: {2}</translation>
    </message>
    <message>
        <source>{0} was not found; start posture from within your desktop</source>
        <translation>{0} wurde nicht gefunden; starten Sie Posture auf Ihrem Desktop</translation>
    </message>
    <message>
        <source>{0} {1}: {2}</source>
        <translation>{0} {1}: {2}</translation>
    </message>
    <message>
        <source>{0} {1}° beyond your baseline for {2} s</source>
        <translation>{0} {1}° über Ihre Ausgangshaltung hinaus, seit {2} s</translation>
    </message>
    <message>
        <source>{0}, because {1}</source>
        <translation>{0}, weil: {1}</translation>
    </message>
    <message>
        <source>{0}, held for {1:.0f} s</source>
        <translation>{0}, je {1:.0f} s gehalten</translation>
    </message>
    <message>
        <source>{0}, in {1}</source>
        <translation>{0}, in {1}</translation>
    </message>
    <message>
        <source>{0}, so nothing of it is used</source>
        <translation>{0}, deshalb wird nichts davon verwendet</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0}, {1} of the watched time</source>
        <translation>{0}, {1} der beobachteten Zeit</translation>
    </message>
    <message>
        <source>{0}. Resume tries again</source>
        <translation>{0}. „Fortsetzen“ versucht es erneut</translation>
    </message>
    <message>
        <source>{0}: OpenCV cannot open this name; rename it</source>
        <translation>{0}: OpenCV kann diesen Namen nicht öffnen; benennen Sie die Datei um</translation>
    </message>
    <message>
        <source>{0}: a new baseline is taken in {1} s</source>
        <translation>{0}: In {1} s wird eine neue Ausgangshaltung aufgenommen</translation>
    </message>
    <message>
        <source>{0}: a path with a line break cannot be started by the desktop</source>
        <translation>{0}: Einen Pfad mit Zeilenumbruch kann der Desktop nicht starten</translation>
    </message>
    <message>
        <source>{0}: angle from the vertical</source>
        <translation>{0}: Winkel zur Senkrechten</translation>
    </message>
    <message>
        <source>{0}: another batch is at work there; wait for it, or name another folder (one that was killed on another computer leaves {1}: remove that)</source>
        <translation>{0}: dort arbeitet schon ein anderer Durchgang; warten Sie auf ihn, oder nennen Sie einen anderen Ordner (einer, der auf einem anderen Rechner beendet wurde, hinterlässt {1}: entfernen Sie das)</translation>
    </message>
    <message>
        <source>{0}: cannot be made a folder ({1}); make it yourself, or name another place in POSTURE_CONFIG_DIR or POSTURE_DATA_DIR</source>
        <translation>{0}: Der Ordner kann nicht angelegt werden ({1}); legen Sie ihn selbst an oder nennen Sie einen anderen Ort in POSTURE_CONFIG_DIR oder POSTURE_DATA_DIR</translation>
    </message>
    <message>
        <source>{0}: cannot be read ({1})</source>
        <translation>{0}: nicht lesbar ({1})</translation>
    </message>
    <message>
        <source>{0}: cannot be read ({1}); check the disk and the name</source>
        <translation>{0}: nicht lesbar ({1}); prüfen Sie den Datenträger und den Namen</translation>
    </message>
    <message>
        <source>{0}: cannot be read, skipped; export again</source>
        <translation>{0}: nicht lesbar, übersprungen; exportieren Sie erneut</translation>
    </message>
    <message>
        <source>{0}: cannot be removed ({1})</source>
        <translation>{0}: kann nicht entfernt werden ({1})</translation>
    </message>
    <message>
        <source>{0}: cannot be written ({1})</source>
        <translation>{0}: kann nicht geschrieben werden ({1})</translation>
    </message>
    <message>
        <source>{0}: cannot be written ({1}); free some space</source>
        <translation>{0}: kann nicht geschrieben werden ({1}); schaffen Sie Platz</translation>
    </message>
    <message>
        <source>{0}: cannot be written ({1}); free some space or name another file</source>
        <translation>{0}: kann nicht geschrieben werden ({1}); schaffen Sie Platz oder nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>{0}: cannot be written ({1}); free some space or name another folder with --out</source>
        <translation>{0}: kann nicht geschrieben werden ({1}); schaffen Sie Platz, oder nennen Sie mit --out einen anderen Ordner</translation>
    </message>
    <message>
        <source>{0}: cannot be {1} ({2})</source>
        <translation>{0}: kann nicht {1} werden ({2})</translation>
    </message>
    <message>
        <source>{0}: cannot be {1} ({2}); see whose the file and its folder are</source>
        <translation>{0}: kann nicht {1} werden ({2}); sehen Sie nach, wem die Datei und ihr Ordner gehören</translation>
    </message>
    <message>
        <source>{0}: change from your baseline</source>
        <translation>{0}: Änderung zur Ausgangshaltung</translation>
    </message>
    <message>
        <source>{0}: counted on neither side</source>
        <translation>{0}: auf keiner Seite gezählt</translation>
    </message>
    <message>
        <source>{0}: counted {1}, in {2}</source>
        <translation>{0}: gezählt {1}, in {2}</translation>
    </message>
    <message>
        <source>{0}: has format {1}, and this posture reads format {2}; read it with the posture that made it</source>
        <translation>{0}: hat Format {1}, und dieses Posture liest Format {2}; lesen Sie sie mit dem, das sie gemacht hat</translation>
    </message>
    <message>
        <source>{0}: in {1} s</source>
        <translation>{0}: in {1} s</translation>
    </message>
    <message>
        <source>{0}: is damaged ({1})</source>
        <translation>{0}: ist beschädigt ({1})</translation>
    </message>
    <message>
        <source>{0}: is damaged at byte {1} ({2}); {3}</source>
        <translation>{0}: ist beschädigt bei Byte {1} ({2}); {3}</translation>
    </message>
    <message>
        <source>{0}: is damaged, or is no history ({1})</source>
        <translation>{0}: ist beschädigt oder kein Verlauf ({1})</translation>
    </message>
    <message>
        <source>{0}: is damaged: tables are missing</source>
        <translation>{0}: ist beschädigt: Tabellen fehlen</translation>
    </message>
    <message>
        <source>{0}: is longer than is looked through</source>
        <translation>{0}: ist länger, als durchgesehen wird</translation>
    </message>
    <message>
        <source>{0}: is no history but another program&apos;s; name another file</source>
        <translation>{0}: ist kein Verlauf, sondern gehört einem anderen Programm; nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>{0}: is no recording of landmarks</source>
        <translation>{0}: ist keine Aufzeichnung von Landmarken</translation>
    </message>
    <message>
        <source>{0}: is not a baseline of this version of posture; take a new one</source>
        <translation>{0}: ist keine Ausgangshaltung dieser Version von Posture; nehmen Sie eine neue auf</translation>
    </message>
    <message>
        <source>{0}: is not a baseline: no JSON in it</source>
        <translation>{0}: ist keine Ausgangshaltung: kein JSON darin</translation>
    </message>
    <message>
        <source>{0}: is there already; name another file</source>
        <translation>{0}: gibt es schon; nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>{0}: its time was over {1} min ago. Look at your skin.</source>
        <translation>{0}: Die Zeit war vor {1} min vorbei. Sehen Sie sich Ihre Haut an.</translation>
    </message>
    <message>
        <source>{0}: neck {1}, upper back {2}</source>
        <translation>{0}: Nacken {1}, oberer Rücken {2}</translation>
    </message>
    <message>
        <source>{0}: no Dask scheduler answers there ({1})</source>
        <translation>{0}: dort antwortet kein Dask-Scheduler ({1})</translation>
    </message>
    <message>
        <source>{0}: no frame can be decoded; record or convert it again</source>
        <translation>{0}: kein Bild ist dekodierbar; nehmen Sie es neu auf oder wandeln Sie es neu um</translation>
    </message>
    <message>
        <source>{0}: no lock can be made there; see whose the folder is</source>
        <translation>{0}: dort lässt sich keine Sperre anlegen; sehen Sie nach, wem der Ordner gehört</translation>
    </message>
    <message>
        <source>{0}: no permission to read it; change its access rights</source>
        <translation>{0}: keine Berechtigung zum Lesen; ändern Sie die Zugriffsrechte</translation>
    </message>
    <message>
        <source>{0}: no pictures in this folder; it needs {1} files</source>
        <translation>{0}: keine Bilder in diesem Ordner; er braucht Dateien der Art {1}</translation>
    </message>
    <message>
        <source>{0}: no such file or folder; check the name</source>
        <translation>{0}: keine solche Datei und kein solcher Ordner; prüfen Sie den Namen</translation>
    </message>
    <message>
        <source>{0}: no such screen</source>
        <translation>{0}: kein solcher Bildschirm</translation>
    </message>
    <message>
        <source>{0}: no video in it that can be read (is it complete, and a video?); record or convert it again</source>
        <translation>{0}: kein lesbares Video darin (ist es vollständig und ein Video?); nehmen Sie es neu auf oder wandeln Sie es neu um</translation>
    </message>
    <message>
        <source>{0}: not a file; give a video file or a folder</source>
        <translation>{0}: keine Datei; geben Sie eine Videodatei oder einen Ordner an</translation>
    </message>
    <message>
        <source>{0}: paused, so take it off</source>
        <translation>{0}: angehalten, also weg damit</translation>
    </message>
    <message>
        <source>{0}: the file is empty; record or copy it again</source>
        <translation>{0}: Die Datei ist leer; nehmen Sie sie neu auf oder kopieren Sie sie erneut</translation>
    </message>
    <message>
        <source>{0}: the history cannot be opened ({1}); see to the file and its folder</source>
        <translation>{0}: der Verlauf lässt sich nicht öffnen ({1}); sehen Sie nach der Datei und ihrem Ordner</translation>
    </message>
    <message>
        <source>{0}: the history cannot be read or written ({1}); make sure that the file and its folder are yours and that there is space, and that nothing else uses them</source>
        <translation>{0}: der Verlauf lässt sich nicht lesen oder schreiben ({1}); sehen Sie nach, ob Datei und Ordner Ihnen gehören und Platz ist, und ob nichts anderes sie verwendet</translation>
    </message>
    <message>
        <source>{0}: there is another baseline {1}; remove one</source>
        <translation>{0}: Es gibt noch eine Ausgangshaltung {1}; entfernen Sie eine davon</translation>
    </message>
    <message>
        <source>{0}: was taken with another pose model</source>
        <translation>{0}: wurde mit einem anderen Posenmodell aufgenommen</translation>
    </message>
    <message>
        <source>{0}: was taken with another pose model; take a new one</source>
        <translation>{0}: wurde mit einem anderen Posenmodell aufgenommen; nehmen Sie eine neue auf</translation>
    </message>
    <message>
        <source>{0}: was written by a newer posture; it is left as it is, and nothing is kept until you use that version again</source>
        <translation>{0}: stammt von einem neueren Posture; die Datei bleibt, wie sie ist, und nichts wird aufgehoben, bis Sie jene Version wieder verwenden</translation>
    </message>
    <message>
        <source>{0}: {1} degree-minutes an hour in the {2} minutes before, {3} after ({4})</source>
        <translation>{0}: {1} Gradminuten je Stunde in den {2} Minuten davor, {3} danach ({4})</translation>
    </message>
    <message>
        <source>{0}: {1}, and at least {2} on each side are needed</source>
        <translation>{0}: {1}, und mindestens {2} auf jeder Seite sind nötig</translation>
    </message>
    <message>
        <source>{0}: {1}, and at least {2} on {3} days are needed</source>
        <translation>{0}: {1}, und mindestens {2} an {3} Tagen sind nötig</translation>
    </message>
    <message>
        <source>{0}: {1}, by the timer</source>
        <translation>{0}: {1}, nach der Zeitanzeige</translation>
    </message>
    <message>
        <source>{0}: {1}: damaged, or not a picture; export it again</source>
        <translation>{0}: {1}: beschädigt oder kein Bild; exportieren Sie es erneut</translation>
    </message>
    <message>
        <source>{0}: {1}; see to it, and the same command goes on where it was</source>
        <translation>{0}: {1}; beheben Sie das, und derselbe Befehl macht weiter, wo er war</translation>
    </message>
    <message>
        <source>{0}; a baseline needs the camera</source>
        <translation>{0}; eine Ausgangshaltung braucht die Kamera</translation>
    </message>
    <message>
        <source>{0}; entered on {1}, last on {2}</source>
        <translation>{0}; eingetragen an {1}, zuletzt am {2}</translation>
    </message>
    <message>
        <source>{0}; left at the default</source>
        <translation>{0}; es bleibt bei der Vorgabe</translation>
    </message>
    <message>
        <source>{0}; name another file</source>
        <translation>{0}; nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>{0}; trying again every {1} s</source>
        <translation>{0}; neuer Versuch alle {1} s</translation>
    </message>
    <message>
        <source>{0}; written on {1}.</source>
        <translation>{0}; erstellt am {1}.</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
</context>
</TS>
