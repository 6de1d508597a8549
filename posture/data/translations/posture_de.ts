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
        <source>&lt;p&gt;Each picture is looked at on this computer and forgotten at once. No picture is
stored, and nothing is sent anywhere.&lt;/p&gt;
&lt;p&gt;What is stored, in your own folders: your settings, and your upright posture as a few numbers
for each camera.&lt;/p&gt;
&lt;p&gt;The camera is closed while you pause, while you are in a call, and while the screen is locked.
The icon and the window say at any time whether it is open. You can pause or quit whenever you
like.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jedes Bild wird auf diesem Computer betrachtet und sofort vergessen. Kein Bild wird gespeichert,
und nichts wird irgendwohin gesendet.&lt;/p&gt;
&lt;p&gt;Gespeichert werden, in Ihren eigenen Ordnern: Ihre Einstellungen und für jede Kamera Ihre
aufrechte Haltung als einige Zahlen.&lt;/p&gt;
&lt;p&gt;Die Kamera ist geschlossen, während Sie pausieren, während eines Gesprächs und während der
Bildschirm gesperrt ist. Symbol und Fenster sagen jederzeit, ob sie offen ist. Sie können jederzeit
pausieren oder beenden.&lt;/p&gt;</translation>
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
        <source>Free the camera in a call.</source>
        <translation>Die Kamera während eines Gesprächs freigeben.</translation>
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
        <source>Say nothing in a call.</source>
        <translation>Während eines Gesprächs nichts sagen.</translation>
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
        <source>Sit upright, the way you like to sit, and look at your screen for a few seconds: in {0} s</source>
        <translation>Sitzen Sie aufrecht, so wie Sie gern sitzen, und schauen Sie einige Sekunden auf Ihren Bildschirm: in {0} s</translation>
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
        <source>Slouching begins at</source>
        <translation>Gebeugtes Sitzen beginnt bei</translation>
    </message>
    <message>
        <source>Slouching must last</source>
        <translation>Gebeugtes Sitzen muss andauern</translation>
    </message>
    <message>
        <source>Something in {0} is wrong and not used:</source>
        <translation>Etwas in {0} ist falsch und wird nicht verwendet:</translation>
    </message>
    <message>
        <source>Sounds at all</source>
        <translation>Töne überhaupt</translation>
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
        <source>Switch on a lamp in front of you.</source>
        <translation>Schalten Sie eine Lampe vor sich ein.</translation>
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
        <source>Take the posture that you want to accept, and look at your screen.</source>
        <translation>Nehmen Sie die Haltung ein, die gelten soll, und schauen Sie auf Ihren Bildschirm.</translation>
    </message>
    <message>
        <source>Taken. Accept it, or take it again.</source>
        <translation>Aufgenommen. Übernehmen Sie die Haltung oder nehmen Sie sie noch einmal auf.</translation>
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
        <source>The camera</source>
        <translation>Die Kamera</translation>
    </message>
    <message>
        <source>The last alert was &amp;wrong</source>
        <translation>Der letzte Hinweis war fa&amp;lsch</translation>
    </message>
    <message>
        <source>The picture is seen only here, and never stored.</source>
        <translation>Das Bild ist nur hier zu sehen und wird nie gespeichert.</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>Die Aufzeichnung ist zu Ende</translation>
    </message>
    <message>
        <source>This could not be used.</source>
        <translation>Das war nicht verwendbar.</translation>
    </message>
    <message>
        <source>Time to move?</source>
        <translation>Zeit für Bewegung?</translation>
    </message>
    <message>
        <source>Turn the camera, or move back, until it sees head and shoulders.</source>
        <translation>Drehen Sie die Kamera oder rücken Sie zurück, bis sie Kopf und Schultern sieht.</translation>
    </message>
    <message>
        <source>Upper back</source>
        <translation>Oberer Rücken</translation>
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
        <source>Waiting for the first picture</source>
        <translation>Warten auf das erste Bild</translation>
    </message>
    <message>
        <source>Watching through: {0}</source>
        <translation>Beobachtet wird durch: {0}</translation>
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
        <source>When it is quiet</source>
        <translation>Wann Ruhe ist</translation>
    </message>
    <message>
        <source>When you are told</source>
        <translation>Wann Sie erinnert werden</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>Welche Kamera</translation>
    </message>
    <message>
        <source>While a window fills the screen</source>
        <translation>Während ein Fenster den Bildschirm füllt</translation>
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
        <source>With the camera closed in between. Not ticked: as often as always.</source>
        <translation>Dazwischen ist die Kamera geschlossen. Nicht angekreuzt: so oft wie immer.</translation>
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
        <source>and ends below</source>
        <translation>und endet unter</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>unzureichend</translation>
    </message>
    <message>
        <source>bright enough</source>
        <translation>hell genug</translation>
    </message>
    <message>
        <source>camera off</source>
        <translation>Kamera aus</translation>
    </message>
    <message>
        <source>cannot measure</source>
        <translation>nicht messbar</translation>
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
        <source>fair</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>seit {0}</translation>
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
        <source>hidden</source>
        <translation>verdeckt</translation>
    </message>
    <message>
        <source>in the picture</source>
        <translation>im Bild</translation>
    </message>
    <message>
        <source>leaning back with the neck forward, bent {0}° beyond your baseline for {1} s</source>
        <translation>seit {1} s zurückgelehnt mit vorgeneigtem Nacken, {0}° über Ihre Ausgangshaltung hinaus</translation>
    </message>
    <message>
        <source>light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>wird gesucht</translation>
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
        <source>moving</source>
        <translation>in Bewegung</translation>
    </message>
    <message>
        <source>near enough</source>
        <translation>nah genug</translation>
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
        <source>no permission to use {0} ({1}); run `sudo usermod -aG video $USER` and log in again</source>
        <translation>keine Berechtigung für {0} ({1}); führen Sie `sudo usermod -aG video $USER` aus und melden Sie sich neu an</translation>
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
        <source>not sure</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>only you</source>
        <translation>nur Sie</translation>
    </message>
    <message>
        <source>outside the picture</source>
        <translation>außerhalb des Bildes</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>rather far</source>
        <translation>etwas weit</translation>
    </message>
    <message>
        <source>rounding of the upper back</source>
        <translation>Rundung des oberen Rückens</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
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
        <source>sitting still</source>
        <translation>ruhiges Sitzen</translation>
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
        <source>slump against the backrest</source>
        <translation>Zusammensinken gegen die Lehne</translation>
    </message>
    <message>
        <source>still</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>the angles are not known for such a picture</source>
        <translation>für ein solches Bild sind die Winkel nicht bekannt</translation>
    </message>
    <message>
        <source>the camera has moved since the baseline: take a new one, or move it back</source>
        <translation>die Kamera wurde bewegt: neue Ausgangshaltung aufnehmen oder zurückstellen</translation>
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
        <source>the first camera</source>
        <translation>die erste Kamera</translation>
    </message>
    <message>
        <source>the head is turned away</source>
        <translation>der Kopf ist abgewandt</translation>
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
        <source>too dark</source>
        <translation>zu dunkel</translation>
    </message>
    <message>
        <source>too far</source>
        <translation>zu weit</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
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
        <source>upper back rounded {0}° beyond your baseline for {1} s</source>
        <translation>oberer Rücken seit {1} s um {0}° runder als in Ihrer Ausgangshaltung</translation>
    </message>
    <message>
        <source>upper back {0}° beyond your baseline for {1} s</source>
        <translation>oberer Rücken seit {1} s um {0}° über Ihre Ausgangshaltung hinaus geneigt</translation>
    </message>
    <message>
        <source>upright</source>
        <translation>aufrecht</translation>
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
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>what was found does not have the proportions of a person</source>
        <translation>was gefunden wurde, hat nicht die Proportionen einer Person</translation>
    </message>
    <message>
        <source>you alone</source>
        <translation>Sie allein</translation>
    </message>
    <message>
        <source>you sit elsewhere than at the baseline: take a new one, or move back</source>
        <translation>Sie sitzen woanders: neue Ausgangshaltung aufnehmen oder zurückrücken</translation>
    </message>
    <message>
        <source>your baseline</source>
        <translation>Ihre Ausgangshaltung</translation>
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
        <source>{0} ago</source>
        <translation>vor {0}</translation>
    </message>
    <message>
        <source>{0} does not answer; unplug it and plug it in again</source>
        <translation>{0} antwortet nicht; ziehen Sie das Kabel und stecken Sie es wieder ein</translation>
    </message>
    <message>
        <source>{0} gives no pictures; close other programs that use the camera</source>
        <translation>{0} liefert keine Bilder; schließen Sie andere Programme, die die Kamera verwenden</translation>
    </message>
    <message>
        <source>{0} has stopped giving pictures; check its plug</source>
        <translation>{0} liefert keine Bilder mehr; prüfen Sie den Stecker</translation>
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
        <source>{0} is not there; plug it in, or check that its switch is on</source>
        <translation>{0} ist nicht da; schließen Sie sie an oder prüfen Sie, ob sie eingeschaltet ist</translation>
    </message>
    <message>
        <source>{0} is used by another program, or refuses to start; close that program</source>
        <translation>{0} wird von einem anderen Programm verwendet oder startet nicht; schließen Sie jenes Programm</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} min {1} s</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} shows nothing but black; open its shutter or uncover it</source>
        <translation>{0} zeigt nur Schwarz; öffnen Sie die Blende oder decken Sie die Linse auf</translation>
    </message>
    <message>
        <source>{0}. Resume tries again</source>
        <translation>{0}. „Fortsetzen“ versucht es erneut</translation>
    </message>
    <message>
        <source>{0}: change from your baseline</source>
        <translation>{0}: Änderung zur Ausgangshaltung</translation>
    </message>
    <message>
        <source>{0}; trying again every {1} s</source>
        <translation>{0}; neuer Versuch alle {1} s</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
</context>
</TS>
